"""`python -m bot.cli`, the same as `mianjing`."""

from bot.cli import main

main()
