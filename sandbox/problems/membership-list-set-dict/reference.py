"""What `in` gives; through a set where the list is long."""


def membership(values, queries):
    if len(values) <= 1000:
        return [query in values for query in queries]
    hashed = {value for value in values if not isinstance(value, list)}
    lists = [value for value in values if isinstance(value, list)]
    return [query in (lists if isinstance(query, list) else hashed) for query in queries]
