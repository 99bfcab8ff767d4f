"""Mentions of key phrases become links, related articles, and the graph of what links where."""
