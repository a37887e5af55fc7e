import { stemOf } from "./stemOf.ts";

/**
 * Words and abbreviations of health and care that stand for one thing, one line a thing, the parts
 * with `|` between; written for this project from general knowledge of the field, open to be added to.
 * The first part names the thing. Parts match by stem, so "bleeps" is covered by "bleep".
 */
const lines = `
tto | ttos | tta | ttas | to take out | to take away | take-home medicine | take-home medication | take-home tablets | take home | discharge medicine | discharge medication | discharge drugs | discharge prescription | dosette | blister pack
medicine | medication | meds | drug | tablet | pill | prescription | prescribe | prescriber | pharmacy | pharmacist | chemist | dispense | dispensary | dose | dosage | drug chart | drug round
discharge | going home | go home | went home | sent home | fit to go | medically fit | mffd | discharge letter | discharge summary | discharge lounge | leaving hospital
bleep | pager | page | paging | bleeped | paged | interrupt | interruption
handover | hand over | handing over | sbar | shift change | passed on | pass on | board round | safety huddle | huddle
observations | obs | news | news2 | vital signs | vitals | early warning | ews | mews | pews
anticoagulant | doac | noac | warfarin | apixaban | rivaroxaban | edoxaban | dabigatran | heparin | enoxaparin | dalteparin | lmwh | inr | blood thinner
resuscitation | dnacpr | dnar | respect form | cpr | not for resus | resus | ceiling of care | ceilings of care | treatment escalation | escalation plan | tep | end of life | eol | palliative | hospice | dying
interpreter | interpreting | translator | translate | translation | language line | bsl | sign language | speak english | language barrier
cannula | cannulas | cannulation | venflon | peripheral line | pvc | iv line | iv access | vip score | phlebitis | extravasation | intravenous | iv | drip
sample | specimen | blood test | bloods | blood sample | venepuncture | phlebotomy | phlebotomist | haemolysed | group and save | crossmatch | cross match | fbc | u&e | u&es | lft | lfts | lab | laboratory | pathology | biochemistry | haematology | mislabelled | unlabelled
ecg | ekg | electrocardiogram | electrocardiograph | 12 lead | twelve lead | tele | telemetry
catheter | catheterise | catheterised | ctwo | twoc | bladder scan | bladder scanner | urinary | cauti
fall | falls | fell | found on floor | slipped | trip hazard | bed rail | bed rails
pressure ulcer | pressure sore | bed sore | bedsore | pressure damage | waterlow | tissue viability | skin damage
infection | hcai | mrsa | c diff | cdiff | sepsis | septic | antibiotic | isolation | ipc | barrier nursing | side room | hand hygiene | handwashing | hand gel | ppe
pain | analgesia | painkiller | pain relief | paracetamol | morphine | pca | sore | hurt | ache | painful
waiting | wait | queue | delay | delayed | late | long time | hours | overdue | slow | backlog | waiting list | waiting time | waiting room
appointment | clinic | outpatient | follow up | opd | slot | booking | booked | cancelled | cancellation | rearrange | reschedule | dna
bed state | bed space | no bed | no beds | bed manager | trolley | corridor | corridor care | boarding | outlier | outlying | capacity
staffing | short staffed | understaffed | staff shortage | shortage | not enough staff | more staff | agency | bank staff | rota | roster | bank nurse | overworked | stretched | busy | rushed | workload
staff attitude | rude | dismissive | abrupt | unfriendly | uncaring | attitude | manner | tone | impolite | disrespectful
kindness | kind | caring | friendly | compassion | compassionate | lovely | helpful | polite | welcoming
listening | listen | listened | heard | ignored | ignore | taken seriously | understood | unheard
information | inform | informed | explain | explained | explanation | leaflet | told | clear | unclear | confusing | confused | instructions | letter | details
communication | communicate | communicating | miscommunication | phone | telephone | ring | rang | call | email | contact | answerphone | voicemail
food | meal | lunch | dinner | breakfast | tea | supper | menu | portion | hungry | diet | dietary | sandwich | eat | snack | catering | kitchen | vegetarian | vegan | halal | canteen | nutrition | dietitian | drink | vending
cleanliness | clean | cleaner | dirty | filthy | hygiene | smell | toilet | bathroom | shower | washroom | mess | cleaning | dust | stain
noise | noisy | loud | quiet | sleep | night light | disturb | disturbed
temperature | cold | hot | heating | air conditioning | draught | stuffy | ventilation | freezing | radiator | warm
parking | car park | park | blue badge | parking ticket | barrier | pay and display
transport | ambulance | patient transport | taxi | bus | lift home | travel | distance | journey | far away
equipment | kit | machine | device | broken | fault | faulty | repair | out of order | battery | medical engineering | ebme | hoist | scanner | monitor | pump | wheelchair | chair
computer | it system | login | log in | password | system down | epr | electronic record | printer | smartcard | wifi | wi-fi | software | screen
notes | records | documentation | paperwork | patient record | form | forms | chart | charting | document | duplicate
referral | refer | referred | signpost | triage | gp letter
gp | general practitioner | family doctor | surgery | practice nurse | primary care
continuity | same person | different person | different nurse | different doctor | consistency | consistent | same doctor | same nurse | change of staff | key worker | care coordinator | named nurse | keyworker
family | relative | relatives | carer | carers | next of kin | nok | husband | wife | daughter | son | mother | father | mum | dad | parent | visitor | visiting
children | child | paediatric | paeds | baby | neonatal | nicu | scbu | teenager | young people | camhs
maternity | midwife | midwives | labour | antenatal | postnatal | pregnancy | pregnant | birth | breastfeeding | obstetric
dementia | delirium | delirious | confusion | cognitive | memory clinic | memory assessment | amt | alzheimer
mental health | psychiatric | psychiatry | psychiatrist | section | mha | sectioned | suicidal | self harm | self-harm | crisis team | cpn | anxiety | depression
therapy | therapist | therapies | physio | physiotherapy | physiotherapist | occupational therapy | ot | speech and language | salt | rehab | rehabilitation | counselling | counsellor | psychologist | psychology | cbt | group session
activities | activity | bored | boredom | exercise | gym | art | games | outing | walk | trips | tv | television | music
safety | safe | unsafe | bully | bullying | aggression | aggressive | violence | violent | threatened | assault | harassed | harassment | intimidated | scared | frightened
safeguarding | abuse | neglect | mca | dols | mental capacity | best interests | vulnerable adult
incident | datix | near miss | never event | adverse event | error | mistake | root cause | psirf | duty of candour
consent | consented | consent form | understand the risks
dignity | privacy | undignified | respect | private | exposed | curtain | gown | embarrassing
theatre | operating list | theatre list | operation | surgical | surgery list | anaesthetist | anaesthetic | recovery room | pre-op | preop
imaging | scan | x-ray | xray | ct | mri | ultrasound | radiology | radiographer | radiologist
emergency department | a&e | ed | casualty | ae | emergency dept
admission | admitted | admit | assessment unit | amu | mau | sau | clerking | clerk
deterioration | deteriorate | deteriorating | outreach | met call | peri-arrest | arrest | crash call | cardiac arrest
break | breaks | no break | missed break | lunch break | rest | exhausted | tired | burnout | burnt out | fatigue | stress | stressed
teaching | training | supervision | supervisor | teach | student | mentor | induction | competency | mandatory training
equality | racism | racist | discrimination | lgbt | disability | learning disability | accessible | accessibility | hearing aid | deaf | blind | hearing loop | autistic | autism
linen | sheets | laundry | pillow | blanket | mattress
stock | store cupboard | store room | ran out | run out | supplies | out of stock | missing kit | reorder
diabetes | diabetic | insulin | hypo | hypoglycaemia | blood glucose | bm | bms | cbg
oxygen | o2 | sats | saturation | nebuliser | inhaler | copd | niv | cpap
nasogastric | ng tube | peg | enteral | swallow | nil by mouth | nbm | fluid balance | fluids
complaint | complain | pals | complained
volunteer | volunteers | charity | voluntary
location | building | site | entrance | signs | signage | lost my way | directions | map | wayfinding | lift | stairs
cost | money | expensive | fee | charge | price | pay | afford | benefits
`;

/** The longest part of a line, in words. */
export const longestPhrase = 4;

const known = new Map<string, string>();
for (const line of lines.split("\n")) {
  const parts = line.split("|").map((part) => part.trim());
  const name = parts[0] ?? "";
  if (name === "") continue;
  for (const part of parts) {
    const key = part
      .split(/[\s-]+/u)
      .map(stemOf)
      .join(" ");
    if (!known.has(key)) known.set(key, name);
  }
}

/** The thing of health and care that one or more stems, joined by spaces, stand for; undefined for most. */
export const conceptOf = (stems: string): string | undefined => known.get(stems);
