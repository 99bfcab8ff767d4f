"""Vitrina's capabilities: a folder is a capability, named as its user would name it."""
