"""The pages of the form for phones without JavaScript."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import field
from html import escape
from http import HTTPStatus

from starlette.responses import Response

from facilitator.common.frozen import frozen
from facilitator.common.texts import LANGUAGES, Translator
from facilitator.voting.cards import shown
from facilitator.voting.model import Ballot, Option
from facilitator.web.lean import lean_style
from facilitator.web.page_texts import page_texts
from facilitator.web.plain_fields import fields
from facilitator.web.plain_form import Fields
from facilitator.web.template import digest, filled_in, source

UID_BYTES = 16


@frozen
class Offer:
    """A ballot as one card's holder meets it: the options that are open to them, and whether they have voted.

    `trouble` says why what was sent under `uid` is refused, `filled_in` what that was.
    """

    ballot: Ballot
    options: tuple[Option, ...]
    voted: bool = False
    trouble: str = ""
    uid: str = ""
    filled_in: Fields = field(default_factory=dict)


class PlainPage:
    """Makes the pages, in every language."""

    def __init__(self) -> None:
        """Reads the template and the style from the resources."""
        style = lean_style(source("app.css", "plain.css"))
        self._style = style
        self._template = source("plain.html")
        self._translators = {language: Translator(language) for language in LANGUAGES}
        self._words = {language: page_texts(tr) for language, tr in self._translators.items()}
        self._policy = (
            f"default-src 'none'; img-src data:; style-src {digest(style)}; "
            "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
        )

    def entrance(self, title: str, language: str, trouble: str = "", status: int = HTTPStatus.OK) -> Response:
        """Where the code of the card is typed in."""
        tr, words = self._translators[language], self._words[language]
        described = f'<p class="wrong" role="alert" id="wrong">{escape(trouble)}</p>' if trouble else ""
        heading, show = tr("Vote without JavaScript"), tr("Show my ballots")
        body = (
            f"<h2>{escape(heading)}</h2>{_warning(tr)}"
            f'<form method="post" action="/plain?lang={language}">'
            f'<label for="code">{escape(words["code"])}</label><p class="soft small">{escape(words["codeHint"])}</p>'
            f'<input class="code" id="code" name="code" autocomplete="off" autocapitalize="characters" maxlength="16" '
            f'required>{described}<button class="main">{escape(show)}</button></form>'
        )
        return self._response(title, language, [body], status)

    def ballots(
        self, title: str, language: str, name: str, secret: str, offers: Iterable[Offer], status: int = HTTPStatus.OK
    ) -> Response:
        """The ballots that are open to a card, each a form of its own."""
        tr = self._translators[language]
        sections = [self._offer(offer, language, secret) for offer in offers]
        if not sections:
            nothing = tr("There is nothing for you to vote on just now.")
            sections = [f"<p>{escape(nothing)}</p>"]
        again = _again(language, secret, tr("Look again"))
        sections.append(f"<p>{escape(name)}</p>{_warning(tr)}{again}")
        return self._response(title, language, sections, status)

    def receipt(self, title: str, language: str, secret: str, ballot: Ballot, receipt: str) -> Response:
        """The vote is on disk."""
        words, tr = self._words[language], self._translators[language]
        keep = tr("Your receipt. Write it down if you want to check it later:")
        again = _again(language, secret, tr("To my other ballots"))
        body = (
            f'<h2>{escape(ballot.title)}</h2><p class="done">✓ {escape(words["voted"])}</p>'
            f'<p class="soft small">{escape(keep)}</p>'
            f'<p class="receipt">{escape(receipt)}</p>{again}'
        )
        return self._response(title, language, [body], HTTPStatus.OK)

    def _offer(self, offer: Offer, language: str, secret: str) -> str:
        ballot, words, tr = offer.ballot, self._words[language], self._translators[language]
        head = f"<h2>{escape(ballot.title)}</h2>"
        if offer.trouble:
            head += f'<p class="wrong" role="alert">{escape(offer.trouble)}</p>'
        if offer.voted:
            head += f'<p class="done">✓ {escape(words["voted"])}</p>'
            if not ballot.change_until_close:
                return head
            anew = tr("A new vote takes the place of the one you have cast.")
            head += f"<p>{escape(anew)}</p>"
        hidden = _hidden(code=secret, uid=offer.uid or secrets.token_hex(UID_BYTES))
        return (
            f'{head}<form method="post" action="/plain/{ballot.id}?lang={language}">{hidden}'
            f"{fields(ballot, offer.options, words, offer.filled_in)}"
            f'<button class="main">{escape(words["send"])}</button>'
            f'<button class="wide" name="abstain" value="1" formnovalidate>{escape(words["abstain"])}</button></form>'
        )

    def _response(self, title: str, language: str, sections: Iterable[str], status: int) -> Response:
        other = next(one for one in LANGUAGES if one != language)
        values = {
            "style": self._style,
            "language": language,
            "title": escape(title),
            "other": other,
            "otherLanguage": escape(self._words[language]["otherLanguage"]),
            "sections": "".join(f"<section>{section}</section>" for section in sections),
        }
        headers = {"Content-Security-Policy": self._policy, "Content-Language": language}
        return Response(filled_in(self._template, values), status, headers, "text/html")


def _warning(tr: Translator) -> str:
    known = tr(
        "This page sends your card’s code over the network, which the ordinary page never does. Somebody who listens "
        "in on this network could see the code and what you vote, and could vote in your place before you."
    )
    kept = tr(
        "In the ballot box your vote is as secret as every other. If that is not enough, ask a host for a paper ballot."
    )
    return f'<div class="warning"><p>{escape(known)}</p><p>{escape(kept)}</p></div>'


def _again(language: str, secret: str, words: str) -> str:
    return (
        f'<form method="post" action="/plain?lang={language}">{_hidden(code=shown(secret))}'
        f'<button class="wide">{escape(words)}</button></form>'
    )


def _hidden(**values: str) -> str:
    return "".join(f'<input type="hidden" name="{name}" value="{escape(value)}">' for name, value in values.items())
