"""Words too common to be searched for; theme/static/search.js leaves them out of questions."""

_RUSSIAN = """а без бы был была были было быть в вам вами вас ваш ваша ваше ваши во вот все всё вы
где для до его ее её если есть еще ещё же за и из или им их к как какая какие какой ко когда кто
куда ли мне можно мой мы на над нам нас наш не нет ни но о об он она они от по под почему при про с
сколько со так такой там то тоже только у уже чего чем что чтобы это этот я"""
_ENGLISH = """a about an and are as at be been but by can do does for from had has have he her his
how i if in into is it its me much my no not of on or our she so than that the their them then there
they this to us was we were what when where which who why will with would you your"""

STOP_WORDS = {"ru": frozenset(_RUSSIAN.split()), "en": frozenset(_ENGLISH.split())}
