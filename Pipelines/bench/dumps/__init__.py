"""Seeded dumps for measuring: the same days, byte for byte, wherever they are made."""
