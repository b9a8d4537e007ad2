"""The command language, in files a network engineer can read; `fauxgate.language.grammar` loads them."""
