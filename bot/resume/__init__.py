"""The candidate's CV: read, taken apart by layout, and what the plan's questions name of it. A CV is data: nothing in
it changes which questions are asked, their order, or a score.
"""
