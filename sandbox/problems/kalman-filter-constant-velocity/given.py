"""For cases.py only: writes into what a method returned."""


def overwrite(array):
    array[:] = -77.0
