"""Who may write, comment, sign and publish, as decisions that say why not."""

from goldenthread.foundations.people.roles import AT_THE_TABLE, MANAGERS, Role
from goldenthread.foundations.publishing.rules import WORKFLOW, Stage
from goldenthread.kernel.decision import YES, Decision, no

WRITERS = AT_THE_TABLE - {Role.LAY_MEMBER, Role.REGIONAL_COORDINATOR}
SIGNERS = frozenset({Role.DELEGATED_PARTNER})


def may_manage(member) -> Decision:
    return (
        YES
        if member.has(*MANAGERS)
        else no("Only the business manager or a coordinator can do this")
    )


def may_read(member) -> Decision:
    return (
        YES
        if member.has(*AT_THE_TABLE)
        else no("The report is for members of the partnership until it is published")
    )


def may_write(member, report) -> Decision:
    if not member.has(*WRITERS):
        return no("Your role reads the report and may comment on it, but does not write it")
    if report.stage != Stage.DRAFTING:
        return no(f"The report is {report.stage}: take it back to change it")
    return YES


def may_write_in(member, report, section, *, now) -> Decision:
    """A section somebody holds is theirs until they let go of it or leave it for a while."""
    allowed = may_write(member, report)
    if allowed and section.is_held_against(member.seat_id, now):
        return no("Somebody else is writing in this section. Your words were kept beside theirs.")
    return allowed


def may_remove(member, report, section, *, now) -> Decision:
    """Only a local section: one that answers a required heading would leave it bare by oversight."""
    allowed = may_write(member, report)
    if allowed and section.answers:
        return no(
            "This section answers a required heading. Change what it answers before you take it out."
        )
    if allowed and section.is_held_against(member.seat_id, now):
        return no("Somebody is writing in this section. Wait until they let it go.")
    return allowed


def may_comment(member) -> Decision:
    return may_read(member)


def may_sign(member, report) -> Decision:
    if not member.has(*SIGNERS):
        return no("Only a delegated safeguarding partner signs the report")
    if report.stage != Stage.SIGNING:
        return no("The report has not been sent to the partners to sign")
    return YES


def may_send_on(member, report) -> Decision:
    if report.stage != Stage.PUBLISHED:
        return no("The report is sent on once it is published")
    return may_manage(member)


def may_take(step: str, member, report) -> Decision:
    return WORKFLOW.may_take(step, at=report.stage, roles=member.roles)
