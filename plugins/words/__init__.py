"""Words, their dictionary forms and declension; knows no HTML and no Pelican."""
