"""Which word an ambiguous form is in its sentence: the weights of readings, changed by rules.

Each rule says how many times likelier a reading is in this place; 1.0 says nothing. Rules look
only at forms that have several words to choose from.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache

from plugins.words.analysis import readings_of
from plugins.words.government import CASES, CASES_AFTER, GENITIVE
from plugins.words.place import LONG_ADJECTIVE, Place, agree
from plugins.words.readings import Key, Reading, accepted, shares
from plugins.words.tokens import Token

Rule = Callable[[Reading, Place], float]
NAMES = frozenset({"Name", "Surn", "Patr"})
PREDICATIVE = frozenset({"PRED", "ADJS"})
OFTEN, RATHER, HARDLY, RARELY, NEVER = 5.0, 2.0, 0.4, 0.15, 0.05
BEYOND_DOUBT, SURE, NOTABLE = 0.98, 0.6, 0.2
PLACES = frozenset({"дома"})
_TIMES = "утром днем вечером ночью весной летом осенью зимой"
TIMES = frozenset(_TIMES.split())
_ASKS = "мочь хотеть уметь начать стать любить нужно надо можно нельзя необходимо чтобы"
MODALS = frozenset(_ASKS.split())


def words_here(text: str, tokens: Sequence[Token], at: int) -> frozenset[Key]:
    """The words (lemma and class) that the form in this place may well belong to."""
    alone = only_word(tokens[at].form)
    return accepted(shares_here(text, tokens, at)) if alone is None else alone


def shares_here(text: str, tokens: Sequence[Token], at: int) -> dict[Key, float]:
    """How likely the form in this place is each of its words; the shares make 1."""
    form = tokens[at].form
    place = Place(text, tokens, at)
    weights: dict[Key, float] = {}
    for reading in readings_of(form):
        weight = reading.weight
        for rule in RULES:
            weight *= rule(reading, place)
        weights[reading.key] = weights.get(reading.key, 0.0) + weight
    total = sum(weights.values())
    return {key: weight / total for key, weight in weights.items()}


@lru_cache(maxsize=1 << 16)
def only_word(form: str) -> frozenset[Key] | None:
    """The word of a form that no context can change; None where there is a choice."""
    weights = shares(readings_of(form))
    likeliest = max(weights, key=lambda key: weights[key])
    return frozenset({likeliest}) if weights[likeliest] > BEYOND_DOUBT else None


def after_preposition(reading: Reading, place: Place) -> float:
    """A preposition governs cases: «о другом» is no instrumental, «без голов» no nominative."""
    cases = place.governed
    if not cases:
        return 1.0
    here = reading.grammemes & CASES
    if here:
        return 1.0 if here & cases else NEVER
    return 1.0 if reading.key.word_class == "other" else NEVER


def before_its_noun(reading: Reading, place: Place) -> float:
    """«В будущем году»: an adjective stands before a noun that agrees with it."""
    if reading.grammemes.isdisjoint(LONG_ADJECTIVE):
        return RARELY if reading.key.word_class == "noun" and place.qualifies else 1.0
    return OFTEN if place.noun_follows(reading) else HARDLY


def after_its_adjective(reading: Reading, place: Place) -> float:
    """«В голубой зале»: a noun agrees with the adjective right before it."""
    before = place.before()
    if not before.is_adjective or reading.key.word_class == "adjective":
        return 1.0
    if reading.key.word_class != "noun":
        return HARDLY
    adjectives = (r for r in before.readings if r.key.word_class == "adjective")
    return OFTEN if any(agree(adjective, reading) for adjective in adjectives) else NEVER


def after_its_subject(reading: Reading, place: Place) -> float:
    """«Фабрика начала», «заточка пил»: after a nominative comes its own verb or a genitive."""
    before = place.before()
    if before.share("noun") + before.share("pronoun") < SURE or before.having("nomn") < NOTABLE:
        return 1.0
    if "VERB" in reading.grammemes:
        return OFTEN if any(_subject_of(noun, reading) for noun in before.readings) else RARELY
    is_other_noun = reading.key.word_class == "noun" and not reading.grammemes & NAMES
    return HARDLY if is_other_noun and not reading.grammemes & GENITIVE else 1.0


def one_verb_a_clause(reading: Reading, place: Place) -> float:
    """A clause has one finite verb: «фабрика начала выпуск», but «выросла с начала года»."""
    if "VERB" not in reading.grammemes:
        return 1.0
    return HARDLY if place.has_other_verb else RATHER


def before_its_object(reading: Reading, place: Place) -> float:
    """«Начала выпуск», «начала выпускать», but «начала века»: a verb has no genitive after it."""
    if reading.key.word_class != "verb":
        return 1.0
    after = place.after()
    if after.having("INFN") > SURE:
        return OFTEN
    if after.having("gent") > SURE:
        return HARDLY
    return RATHER if "tran" in reading.grammemes and after.having("accs") > NOTABLE else 1.0


def after_a_modal(reading: Reading, place: Place) -> float:
    """«Можно течь», «удобно печь»: an infinitive follows what asks for one."""
    if not place.here.having("INFN"):
        return 1.0
    before = place.before()
    asks = before.lemmas & MODALS or any(before.having(name) for name in PREDICATIVE)
    if not asks:
        return 1.0
    return OFTEN if "INFN" in reading.grammemes else HARDLY


def adverb_of_a_noun(reading: Reading, place: Place) -> float:
    """«Сделаем дома» is an adverb unless something leads up to it; «летом» is a form of «лето»."""
    if "ADVB" not in reading.grammemes:
        return 1.0
    if place.here.form in TIMES:
        return NEVER
    if place.here.form not in PLACES:
        return 1.0
    before = place.before()
    number = before.form.isdigit() or before.share("numeral") > SURE
    led = before.form in CASES_AFTER or before.is_adjective or number
    return HARDLY if led or before.share("noun") > SURE else 2 * OFTEN


def adverb_or_short_adjective(reading: Reading, place: Place) -> float:
    """«Упакуем надёжно» is an adverb, «это надёжно» an adjective: verbs stand beside adverbs."""
    if reading.grammemes.isdisjoint({"ADVB", "PRED"}) or not place.here.form.endswith("о"):
        return 1.0
    after = place.after()
    beside = max(place.before().share("verb"), after.share("verb"), after.share("adjective")) > SURE
    return OFTEN if "ADVB" in reading.grammemes and beside else RARELY


def rare_forms(reading: Reading, _: Place) -> float:
    """Imperatives, «видим» as a participle, and names in the plural are rare."""
    grammemes = reading.grammemes
    if "PRTS" in grammemes and "pres" in grammemes:
        return NEVER
    if "plur" in grammemes and grammemes & NAMES:
        return RARELY
    return HARDLY if "impr" in grammemes else 1.0


def letter_case(reading: Reading, place: Place) -> float:
    """A name begins with a capital: «роман» is a book; «Толстая» amid a sentence is a person."""
    word = place.written
    if not word[:1].isupper():
        return NEVER if reading.grammemes & NAMES and not place.text.islower() else 1.0
    if place.token.joined and not word.isupper():
        return OFTEN if reading.grammemes & (NAMES | {"Geox"}) else 1.0
    return 1.0


RULES: tuple[Rule, ...] = (
    after_preposition,
    before_its_noun,
    after_its_adjective,
    after_its_subject,
    one_verb_a_clause,
    before_its_object,
    after_a_modal,
    adverb_of_a_noun,
    adverb_or_short_adjective,
    rare_forms,
    letter_case,
)


def _subject_of(subject: Reading, verb: Reading) -> bool:
    if "nomn" not in subject.grammemes:
        return False
    if "past" not in verb.grammemes:
        return bool(subject.grammemes & verb.grammemes & {"sing", "plur"})
    if "plur" in verb.grammemes:
        return "plur" in subject.grammemes
    return bool(subject.grammemes & verb.grammemes & {"masc", "femn", "neut"})
