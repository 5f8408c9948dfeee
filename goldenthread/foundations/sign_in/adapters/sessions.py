"""Our answer about sessions: ending them leaves a mark."""

from allauth.usersessions.adapter import DefaultUserSessionsAdapter

from goldenthread.foundations.sign_in import marks


class SessionAdapter(DefaultUserSessionsAdapter):
    def end_sessions(self, sessions) -> None:
        super().end_sessions(sessions)
        if sessions:
            marks.mark("signed out everywhere else", sessions[0].user, sessions=len(sessions))
