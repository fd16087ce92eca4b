"""Questions to the graph in fixed sentences: asked, kept under a name, drawn, and told when there are new answers."""

from graph.questions.answers import Answer, Answers, answers, choices, named
from graph.questions.asking import KINDS, SHAPES, Ask, Parameter, Question, Shape

__all__ = [
    "KINDS",
    "SHAPES",
    "Answer",
    "Answers",
    "Ask",
    "Parameter",
    "Question",
    "Shape",
    "answers",
    "choices",
    "named",
]
