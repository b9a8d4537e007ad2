"""The interactive shell on a terminal, and its plain form where standard input is a pipe."""
