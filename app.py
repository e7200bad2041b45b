"""Starts the web app: `python app.py [--host --port]`, the same as `mianjing web`."""

import sys

from bot.cli import main

if __name__ == "__main__":
    sys.argv.insert(1, "web")
    main()
