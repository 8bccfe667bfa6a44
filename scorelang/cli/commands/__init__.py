"""One file for each verb; ``command`` is what ``main.py`` loads."""
