import * as m from "#messages";

/** The words of one built-in model, from the message catalogue. */
export interface BuiltInWords {
  readonly name: () => string;
  readonly about: () => string;
  readonly parts: Readonly<
    Record<string, { readonly title: () => string; readonly prompt: () => string }>
  >;
}

/** The words of every built-in model by its `key`; a test holds this and `builtInModels` together. */
export const builtInWords: Readonly<Record<string, BuiltInWords>> = {
  free: {
    name: m.models_free_name,
    about: m.models_free_about,
    parts: {
      text: { title: m.models_free_text_title, prompt: m.models_free_text_prompt },
    },
  },
  what: {
    name: m.models_what_name,
    about: m.models_what_about,
    parts: {
      what: { title: m.models_what_what_title, prompt: m.models_what_what_prompt },
      sowhat: { title: m.models_what_sowhat_title, prompt: m.models_what_sowhat_prompt },
      nowwhat: { title: m.models_what_nowwhat_title, prompt: m.models_what_nowwhat_prompt },
    },
  },
  era: {
    name: m.models_era_name,
    about: m.models_era_about,
    parts: {
      experience: { title: m.models_era_experience_title, prompt: m.models_era_experience_prompt },
      reflection: { title: m.models_era_reflection_title, prompt: m.models_era_reflection_prompt },
      action: { title: m.models_era_action_title, prompt: m.models_era_action_prompt },
    },
  },
  gibbs: {
    name: m.models_gibbs_name,
    about: m.models_gibbs_about,
    parts: {
      description: {
        title: m.models_gibbs_description_title,
        prompt: m.models_gibbs_description_prompt,
      },
      feelings: { title: m.models_gibbs_feelings_title, prompt: m.models_gibbs_feelings_prompt },
      evaluation: {
        title: m.models_gibbs_evaluation_title,
        prompt: m.models_gibbs_evaluation_prompt,
      },
      analysis: { title: m.models_gibbs_analysis_title, prompt: m.models_gibbs_analysis_prompt },
      conclusion: {
        title: m.models_gibbs_conclusion_title,
        prompt: m.models_gibbs_conclusion_prompt,
      },
      action: { title: m.models_gibbs_action_title, prompt: m.models_gibbs_action_prompt },
    },
  },
  rolfe: {
    name: m.models_rolfe_name,
    about: m.models_rolfe_about,
    parts: {
      what: { title: m.models_rolfe_what_title, prompt: m.models_rolfe_what_prompt },
      sowhat: { title: m.models_rolfe_sowhat_title, prompt: m.models_rolfe_sowhat_prompt },
      nowwhat: { title: m.models_rolfe_nowwhat_title, prompt: m.models_rolfe_nowwhat_prompt },
    },
  },
  kolb: {
    name: m.models_kolb_name,
    about: m.models_kolb_about,
    parts: {
      experience: {
        title: m.models_kolb_experience_title,
        prompt: m.models_kolb_experience_prompt,
      },
      observation: {
        title: m.models_kolb_observation_title,
        prompt: m.models_kolb_observation_prompt,
      },
      concept: { title: m.models_kolb_concept_title, prompt: m.models_kolb_concept_prompt },
      experiment: {
        title: m.models_kolb_experiment_title,
        prompt: m.models_kolb_experiment_prompt,
      },
    },
  },
  johns: {
    name: m.models_johns_name,
    about: m.models_johns_about,
    parts: {
      lookin: { title: m.models_johns_lookin_title, prompt: m.models_johns_lookin_prompt },
      describe: { title: m.models_johns_describe_title, prompt: m.models_johns_describe_prompt },
      aesthetic: { title: m.models_johns_aesthetic_title, prompt: m.models_johns_aesthetic_prompt },
      personal: { title: m.models_johns_personal_title, prompt: m.models_johns_personal_prompt },
      ethical: { title: m.models_johns_ethical_title, prompt: m.models_johns_ethical_prompt },
      empirical: { title: m.models_johns_empirical_title, prompt: m.models_johns_empirical_prompt },
      reflexive: { title: m.models_johns_reflexive_title, prompt: m.models_johns_reflexive_prompt },
    },
  },
  schon: {
    name: m.models_schon_name,
    about: m.models_schon_about,
    parts: {
      inaction: { title: m.models_schon_inaction_title, prompt: m.models_schon_inaction_prompt },
      onaction: { title: m.models_schon_onaction_title, prompt: m.models_schon_onaction_prompt },
    },
  },
  brookfield: {
    name: m.models_brookfield_name,
    about: m.models_brookfield_about,
    parts: {
      own: { title: m.models_brookfield_own_title, prompt: m.models_brookfield_own_prompt },
      served: {
        title: m.models_brookfield_served_title,
        prompt: m.models_brookfield_served_prompt,
      },
      colleagues: {
        title: m.models_brookfield_colleagues_title,
        prompt: m.models_brookfield_colleagues_prompt,
      },
      theory: {
        title: m.models_brookfield_theory_title,
        prompt: m.models_brookfield_theory_prompt,
      },
    },
  },
  carl: {
    name: m.models_carl_name,
    about: m.models_carl_about,
    parts: {
      context: { title: m.models_carl_context_title, prompt: m.models_carl_context_prompt },
      action: { title: m.models_carl_action_title, prompt: m.models_carl_action_prompt },
      results: { title: m.models_carl_results_title, prompt: m.models_carl_results_prompt },
      learning: { title: m.models_carl_learning_title, prompt: m.models_carl_learning_prompt },
    },
  },
  incident: {
    name: m.models_incident_name,
    about: m.models_incident_about,
    parts: {
      context: { title: m.models_incident_context_title, prompt: m.models_incident_context_prompt },
      happened: {
        title: m.models_incident_happened_title,
        prompt: m.models_incident_happened_prompt,
      },
      standsout: {
        title: m.models_incident_standsout_title,
        prompt: m.models_incident_standsout_prompt,
      },
      feelings: {
        title: m.models_incident_feelings_title,
        prompt: m.models_incident_feelings_prompt,
      },
      demanding: {
        title: m.models_incident_demanding_title,
        prompt: m.models_incident_demanding_prompt,
      },
      learning: {
        title: m.models_incident_learning_title,
        prompt: m.models_incident_learning_prompt,
      },
    },
  },
  actionreview: {
    name: m.models_actionreview_name,
    about: m.models_actionreview_about,
    parts: {
      expected: {
        title: m.models_actionreview_expected_title,
        prompt: m.models_actionreview_expected_prompt,
      },
      happened: {
        title: m.models_actionreview_happened_title,
        prompt: m.models_actionreview_happened_prompt,
      },
      why: { title: m.models_actionreview_why_title, prompt: m.models_actionreview_why_prompt },
      learned: {
        title: m.models_actionreview_learned_title,
        prompt: m.models_actionreview_learned_prompt,
      },
    },
  },
  storyround: {
    name: m.models_storyround_name,
    about: m.models_storyround_about,
    parts: {
      welcome: {
        title: m.models_storyround_welcome_title,
        prompt: m.models_storyround_welcome_prompt,
      },
      stories: {
        title: m.models_storyround_stories_title,
        prompt: m.models_storyround_stories_prompt,
      },
      reflection: {
        title: m.models_storyround_reflection_title,
        prompt: m.models_storyround_reflection_prompt,
      },
      close: { title: m.models_storyround_close_title, prompt: m.models_storyround_close_prompt },
    },
  },
  excellence: {
    name: m.models_excellence_name,
    about: m.models_excellence_about,
    parts: {
      excellent: {
        title: m.models_excellence_excellent_title,
        prompt: m.models_excellence_excellent_prompt,
      },
      who: { title: m.models_excellence_who_title, prompt: m.models_excellence_who_prompt },
      learn: { title: m.models_excellence_learn_title, prompt: m.models_excellence_learn_prompt },
      thanks: {
        title: m.models_excellence_thanks_title,
        prompt: m.models_excellence_thanks_prompt,
      },
    },
  },
  followup: {
    name: m.models_followup_name,
    about: m.models_followup_about,
    parts: {
      define: { title: m.models_followup_define_title, prompt: m.models_followup_define_prompt },
      discover: {
        title: m.models_followup_discover_title,
        prompt: m.models_followup_discover_prompt,
      },
      dream: { title: m.models_followup_dream_title, prompt: m.models_followup_dream_prompt },
      design: { title: m.models_followup_design_title, prompt: m.models_followup_design_prompt },
      destiny: { title: m.models_followup_destiny_title, prompt: m.models_followup_destiny_prompt },
    },
  },
  significantchange: {
    name: m.models_significantchange_name,
    about: m.models_significantchange_about,
    parts: {
      period: {
        title: m.models_significantchange_period_title,
        prompt: m.models_significantchange_period_prompt,
      },
      change: {
        title: m.models_significantchange_change_title,
        prompt: m.models_significantchange_change_prompt,
      },
      whom: {
        title: m.models_significantchange_whom_title,
        prompt: m.models_significantchange_whom_prompt,
      },
      why: {
        title: m.models_significantchange_why_title,
        prompt: m.models_significantchange_why_prompt,
      },
      chosen: {
        title: m.models_significantchange_chosen_title,
        prompt: m.models_significantchange_chosen_prompt,
      },
      verified: {
        title: m.models_significantchange_verified_title,
        prompt: m.models_significantchange_verified_prompt,
      },
    },
  },
};
