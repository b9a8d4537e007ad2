"""Where bytes leave the process: a transport over real HTTP, one in process, and the listener that answers.

Which host name leads where is decided here too. Nothing here knows what SCEP messages mean.
"""
