"""The tables of the dataset that are counted, and their columns by short names."""

from collections.abc import Mapping

import polars as pl

from goldenthread.engine.indicators.extracts import extract
from goldenthread.engine.indicators.extracts.extract import Extract

COLUMNS: Mapping[str, Mapping[str, str]] = {
    "ssd_person": {
        "child": "pers_person_id",
        "sex": "pers_sex",
        "ethnicity": "pers_ethnicity",
        "born": "pers_dob",
        "due": "pers_expected_dob",
    },
    "ssd_disability": {"child": "disa_person_id", "code": "disa_disability_code"},
    "ssd_cp_plans": {
        "child": "cppl_person_id",
        "began": "cppl_cp_plan_start_date",
        "ended": "cppl_cp_plan_end_date",
        "elsewhere": "cppl_cp_plan_ola",
    },
    "ssd_cp_visits": {
        "visit": "cppv_cp_visit_id",
        "child": "cppv_person_id",
        "visited": "cppv_cp_visit_date",
        "seen": "cppv_cp_visit_seen",
        "alone": "cppv_cp_visit_seen_alone",
    },
    "ssd_missing": {
        "incident": "miss_table_id",
        "child": "miss_person_id",
        "ended": "miss_missing_episode_end_date",
        "kind_of": "miss_missing_episode_type",
        "offered": "miss_missing_rhi_offered",
        "accepted": "miss_missing_rhi_accepted",
    },
    "ssd_cla_episodes": {
        "child": "clae_person_id",
        "began": "clae_cla_episode_start_date",
        "ended": "clae_cla_episode_ceased_date",
    },
    "ssd_cla_placement": {
        "child": "clap_person_id",
        "began": "clap_cla_placement_start_date",
        "ended": "clap_cla_placement_end_date",
        "hundredths": "clap_cla_placement_distance",
    },
    "ssd_legal_status": {
        "child": "lega_person_id",
        "status": "lega_legal_status",
        "began": "lega_legal_status_start_date",
        "ended": "lega_legal_status_end_date",
    },
    "ssd_care_leavers": {
        "child": "clea_person_id",
        "eligibility": "clea_care_leaver_eligibility",
        "reviewed": "clea_pathway_plan_review_date",
    },
    "ssd_permanence": {
        "child": "perm_person_id",
        "ordered": "perm_placement_order_date",
        "matched": "perm_matched_date",
        "granted": "perm_permanence_order_type",
        "made": "perm_permanence_order_date",
    },
}
# What happened, from which the day of the extract, and how far back it goes, are told.
HAPPENED = {
    "ssd_cp_visits": ["cppv_cp_visit_date"],
    "ssd_missing": ["miss_missing_episode_start_date", "miss_missing_episode_end_date"],
    "ssd_contacts": ["cont_contact_date"],
    "ssd_cin_episodes": ["cine_referral_date", "cine_close_date"],
    "ssd_cin_visits": ["cinv_cin_visit_date"],
    "ssd_cin_assessments": ["cina_assessment_start_date", "cina_assessment_auth_date"],
    "ssd_s47_enquiry": ["s47e_s47_start_date", "s47e_s47_end_date"],
    "ssd_cla_visits": ["clav_cla_visit_date"],
    "ssd_cla_placement": ["clap_cla_placement_start_date", "clap_cla_placement_end_date"],
    "ssd_care_leavers": ["clea_care_leaver_latest_contact", "clea_pathway_plan_review_date"],
    "ssd_permanence": ["perm_matched_date", "perm_permanence_order_date"],
}
# How far back it goes is told by what is counted by the month, and not by children long in care.
COUNTED_BY_MONTH = {
    "ssd_cp_visits": ["cppv_cp_visit_date"],
    "ssd_missing": ["miss_missing_episode_end_date"],
    "ssd_cla_placement": ["clap_cla_placement_end_date"],
    "ssd_permanence": ["perm_permanence_order_date"],
}


def stacked(years: Mapping[int, Extract]) -> dict[str, pl.DataFrame]:
    return extract.stacked(years, COLUMNS)
