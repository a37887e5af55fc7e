const setOf = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Words with a capital letter that are no person's name in a care setting: days, places, drugs, services, roles. */
export const neverNames = setOf(`
monday tuesday wednesday thursday friday saturday sunday january february march september october november december
christmas easter ramadan eid diwali hanukkah lent advent boxing bank god allah bible quran
nhs gp gps cqc nmc gmc hcpc datix caldicott teams zoom excel word outlook windows microsoft google apple android ipad whatsapp facebook rio cerner epic systmone emis lorenzo medway tesco boots asda sainsburys lidl aldi costa greggs amazon
english welsh scottish irish british polish french german spanish italian urdu punjabi bengali gujarati arabic somali romanian portuguese hindi tamil mandarin cantonese chinese indian african asian european turkish farsi kurdish ukrainian russian muslim christian catholic jewish hindu sikh methodist anglican buddhist
england scotland wales ireland britain uk europe london america india pakistan poland nigeria ghana kenya spain france germany italy china jamaica portugal romania bangladesh philippines somalia ukraine greece turkey cyprus malta
aberdeen aberystwyth ashford aylesbury banbury bangor barnsley barnstaple barrow basildon basingstoke bath bedford belfast berkshire birkenhead birmingham blackburn blackpool bolton boston bournemouth bradford brighton bristol bromley burnley bury buxton caernarfon camberley cambridge canterbury cardiff carlisle carmarthen chelmsford cheltenham chester chesterfield chichester colchester cornwall coventry crawley crewe croydon cumbria darlington dartford derby derbyshire devon doncaster dorchester dorset dover dudley dumfries dundee dunfermline durham ealing eastbourne edinburgh enfield essex exeter falkirk falmouth fife folkestone gateshead glasgow gloucester grantham grimsby guildford halifax hampshire harlow harrogate hartlepool hastings hereford hertford hexham huddersfield hull huntingdon inverness ipswich islington kendal kent kettering kilmarnock lancashire lancaster leeds leicester lewes lichfield lincoln liverpool llandudno llanelli luton maidstone manchester mansfield margate merthyr middlesbrough newcastle newport norfolk northampton norwich nottingham oldham oxford paisley penzance perth peterborough plymouth poole portsmouth preston reading redcar redditch rhyl rochdale rotherham rugby salford salisbury scarborough scunthorpe sheffield shetland shrewsbury shropshire slough somerset southampton southend southport stafford stevenage stirling stockport stoke suffolk sunderland surrey sussex swansea swindon taunton telford thames torquay truro tyneside wakefield walsall warrington warwick watford wells weston weymouth whitby wigan wiltshire winchester windsor wirral wolverhampton worcester worthing wrexham yeovil york yorkshire
paracetamol ibuprofen morphine oramorph codeine tramadol heparin warfarin apixaban clexane insulin actrapid novorapid lantus humulin metformin ramipril bisoprolol furosemide amoxicillin tazocin gentamicin augmentin flucloxacillin doxycycline ventolin salbutamol prednisolone calpol fortisip ensure movicol laxido senna lactulose keppra tegretol epilim lorazepam midazolam haloperidol sertraline diazepam naloxone adrenaline aspirin statin omeprazole hartmanns dextrose oxygen entonox botox viagra prozac
ward bay bed room theatre clinic unit hospital trust team board nurse doctor matron sister registrar consultant physio pharmacist pharmacy manager porter student patient patients staff family carer carers icu itu hdu a&e ae ed mau amu sau nicu scbu ot pt slt hr it mdt covid sepsis news gcs dnacpr respect tto ttos iv im po prn
baby duty occupational radiology pathology therapy therapies switchboard security estates finance payroll procurement catering safeguarding resus majors minors triage outpatients
mon tu tue tues wed weds th thu thur thurs fri sat feb apr jul aug sept oct nov dec
sirs appt appts nil tx vit dx hx dear thanks regards best kind hello hi hey sorry please yes ok okay today tomorrow yesterday tonight afterwards later earlier lots loads nobody everyone someone everybody anyone nothing something everything
`);

/** Places and peoples among those that are surnames as well, after a first name. */
export const surnamePlaces = setOf(`
wells kent chester lincoln preston derby york bradford stafford warwick ashford bolton durham carlisle bath hastings lancaster english welsh irish french german england ireland wales london perth stirling winchester windsor halifax oldham salisbury buxton boston bedford banbury crewe dover hereford mansfield newport norfolk sheffield stoke sussex bangor cornwall poole reading hull exeter wakefield
`);

/** Names that live on in diseases, scores, devices and models of reflection, or on the signs of wards and charities. */
export const eponyms = setOf(`
allen allens lister hoover bier biers ranson ransons heberden heberdens dix obers phalen phalens tinel tinels finkelstein finkelsteins rovsing rovsings cullens kleihauer guthrie zavanelli mcroberts kielland kiellands langenbeck magill magills mcgills tenckhoff mapleson dobhoff gleason breslow pugh blatchford rockall alvarado centor gartland salter schatzker bakers osgood schlatter legg scheuermann scheuermanns severs freiberg kienbock monteggia galeazzi bennetts lisfranc maisonneuve bankart kehrs courvoisier trousseau trousseaus chvostek chvosteks hoffmanns lhermitte lhermittes sequard guillain barre creutzfeldt jakob friedreich friedreichs duchenne duchennes beckers sydenhams broca brocas adies koplik kopliks kawasaki kawasakis henoch behcet behcets feltys stills reiters wegener wegeners takayasu buerger buergers conns sheehans zenkers gilberts chiari mendelson pancoast eisenmenger fallot fallots brugada wenckebach mobitz dresslers becks janeway corrigans quinckes cormack lehane tena kirschner steinmann denham ilizarov hohmann travers thudichum killian sengstaken minnesota lofstrand tinetti ransons kolb driscolls maslows schwartz rockwell lawton pfeiffer jamar kapandji passy muir shiley portex stedy addenbrookes braden maslach zarit
roper logan tierney peplau orem benner todd todds bell horner horners kernig brudzinski hallpike lund browder finnegan ballard edinburgh christie glenfield papworth stoma braun baxter philips siemens welch allyn arjo huntleigh tena foley waterlow parkinson parkinsons crohn crohns cushing cushings addison addisons alzheimer alzheimers hodgkin hodgkins barrett barretts graves hashimoto hashimotos hickman yankauer guedel doppler apgar bristol braden norton barthel rockwood abbey doloplus rankin romberg babinski korotkoff kussmaul cheyne stokes swan ganz ryle ryles macintosh huntington huntingtons tourette tourettes lewy korsakoff wernicke wernickes turner marfan marfans raynaud raynauds sjogren sjogrens kaposi ewing wilms paget pagets colles zimmer fowler fowlers trendelenburg sims valsalva epley hallpike murphy murphys mcburney rinne weber snellen ishihara likert kaplan meier gibbs kolb schwartz johns driscoll rolfe borton schon brookfield jasper maslow bolam montgomery gillick fraser nightingale seacole macmillan cruse maggies marie curie ryder bell bells downs down edwards patau menieres meniere charcot dupuytren dupuytrens hartmann hartmanns heimlich holter jehovah jehovahs kocher lachman lyme malecot mallory weiss morton mortons osler pott potts perthes potter ramsay hunt redivac robinson seldinger sengstaken stevens johnson still thomas tubigrip virchow whipple wilson wilsons zollinger ellison charlson glasgow hamilton beck bishop bartholin braxton hicks kegel moro naegele pinard wertheim caesarean ponseti denis browne kirschner hohmann langenbeck babcock allis spencer wells mayo lister jackson pratt rees bain waters venturi hudson magill bougie miller tuohy whitacre quincke sprotte huber gripper luer vacutainer waterlows morse stratify oxford edmonton katz lawton beers berg tinetti schober schirmer tanner goodenough denver griffiths bayley conners wender vanderbilt samaritans barnardo barnardos shelter mind rethink scope dignitas leonard cheshire hillsborough francis ockenden kirkup shipman letby allitt bawa garba darzi fuller keogh berwick marmot wanless griffiths beeching bevan beveridge deming juran shewhart pareto gantt ishikawa kotter lewin lean hawthorne peter pygmalion dunning kruger pavlov freud jung
`);

/** Words after a name, or after its 's, that make it a thing or a place: "Norton score", "Nelson Ward". */
export const thingsAfter = setOf(`
rule rules disease diseases syndrome score scores scale scales sign signs test tests catheter catheters tube tubes cannula airway palsy lymphoma tumour sarcoma fracture splint frame position manoeuvre maneuver criteria chart charts index grade staging model cycle framework reflection reflective principle principles guardian guardians competence competent guidelines lenses rounds round trial line lines clip clips forceps retractor needle valve mask bag bags mattress hoist bed chair pump monitor solution lumps stool method tool classification dementia thyroiditis contracture phenomenon stage stages curve plot test's oesophagus report inquiry enquiry review law ratio effect chart's measure assessment screen operation procedure drain drains bodies body's gallbladder reflex pain angina murmur breathing respiration respirations stroke
ward wards unit units hospital hospitals infirmary hospice clinic clinics centre center suite theatre theatres wing block building house lodge court surgery practice trust school college university academy church chapel road street lane avenue close drive crescent park room lounge corridor entrance reception desk gardens garden foundation charity nurse nurses service services team cafe cafeteria restaurant library lecture award awards institute laboratory lab health medical bay pathway protocol bundle system software app form forms policy group royal general community care pathways project campaign standard standards
`);

/** Titles that make a name of what follows, whatever it is. */
export const titles = setOf(
  "mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend revd",
);
/** Roles that are written before names, in capitals or not. */
export const roleTitles = setOf(
  "baby sister nurse matron father fr doctor midwife canon imam rabbi pastor auntie aunty aunt uncle grandad granddad grandma nan nana nanna brother hca sho registrar consultant pharmacist physio porter pc wpc sergeant captain major colonel councillor cllr judge warden deacon bishop student chaplain sn rn rmn csw hcsw stn anp enp ssn sr cpl sgt lcpl capt col gen lt maj cmdr",
);

/** Words just before a lone name that speak of people: "handed over to …", "her son …". */
export const peopleBefore = setOf(`
prefers w dtr nok poa lpa cpn sw csw hv spr fy1 fy2 cons anp enp bleep bleeped ty thx
saw see met meet rang ring phoned phone called named thanked thank told tell surname asked ask emailed email texted helped helping nursed hugged visited visiting supported washed bathed fed discharged admitted clerked examined reviewed reassured comforted escorted transferred knew know remembered remember missed miss introduced mentored supervised shadowed taught joined
daughter son wife husband mother father mum dad mam sister brother partner carer neighbour friend niece nephew granddaughter grandson grandmother grandfather gran nan cousin fiance fiancee girlfriend boyfriend baby toddler twin twins stepson stepdaughter uncle aunt auntie
colleague consultant registrar nurse physio physiotherapist pharmacist manager student hca sho porter midwife paramedic therapist receptionist cleaner housekeeper matron mentor supervisor chaplain interpreter dietitian healthcare assistant doctor patient gentleman lady man woman resident client boy girl lad tutor preceptor buddy
`);

/** Pairs of words before a lone name: "spoke to …", "message from …". */
export const pairsBefore = setOf(`
taken+from point+from points+from held+by kept+by you+to worker+is contact+is key+worker collateral+from asking+for handed+to over+from tto+with ttos+with pls+chase please+chase pls+ring swapped+w on+with spoke+w w+son w+dtr d+w s+w s+b n+s r+b t+c over+to spoke+to speak+to spoken+to speaking+to talked+to talk+to talking+to chatted+to spoke+with speak+with talked+with sat+with worked+with working+with walked+with stayed+with met+with listened+to listening+to said+to wrote+to written+to apologised+to explained+to apologise+to gave+to handover+to handover+from text+from call+from email+from message+from letter+from note+from heard+from voicemail+from card+from took+from bleeped+by seen+by told+by written+by signed+by reviewed+by checked+by taken+by led+by asked+by called+by helped+by shift+with paired+with along+with care+of looked+after looking+after look+after about+to thanks+to shouted+at smiled+at helped+by referred+to introduced+to complaint+from feedback+from named+as known+as name+was name+is name's+is call+her call+him called+her called+him behalf+of daughter+of son+of wife+of cover+for covering+for cared+for caring+for care+for news+from sorry+for worried+about asked+for asking+for waiting+for supervision+with meeting+with session+with chat+with debrief+with conversation+with appointment+with visit+with catch-up+with one-to-one+with call+with lunch+with coffee+with review+with visit+from learned+from learnt+from well+done credit+to kudos+to shout-out+to proud+of grateful+to apology+to goodbye+to message+for appointment+for booking+for referral+for referral+from listened+to review+of joined+by relieved+by replaced+by admitted+by discharged+by given+name first+name last+name family+name swap+with swapped+with record+for records+for notes+for results+for bloods+for bed+for maiden+name surname+is new+under filed+under listed+under cannulated+by trained+by taught+by assessed+by
`);

/** What people do, just after their name: "Grace said …". */
export const peopleAfter = setOf(`
said says told asked rang phoned called came arrived cried fell wanted wants felt thanked helped explained laughed smiled shouted whispered replied answered agreed apologised apologized insisted noticed suggested sat stood walked wept died lived lives lost refused declined complained worried hoped admitted gave took went has had was is who and could couldn't would wouldn't didn't did does doesn't hadn't wasn't knew thought needed needs looked seemed brought stayed left joined taught showed offered covered bleeped wrote texted emailed spotted caught kept made saw
`);

/** Of those, what only people do: strong enough at the start of a sentence for a name that is a word. */
export const onlyPeopleAfter = setOf(`
attended reviewed advised hopes said says told asked rang phoned cried wanted thanked explained laughed smiled shouted whispered replied apologised apologized insisted suggested wept refused complained knew thought brought taught offered wrote texted emailed who bleeped admitted felt noticed covered agreed disagreed spotted swapped answered hugged prescribed clerked walked ate drank slept sat retired visited translated signed counted drove waited whispers thinks believes remembers remembered wants knows likes loves works covers hates struggles speaks says smiles cries laughs asks tells
`);
/** Kin and belongings after a name's 's that make it a person's. */
export const ownedByPeople = setOf(`
inhaler inhalers meds insulin dinner breakfast lunch tea letter appointment scan keys key bag coat shoes watch purse pillow blanket chair pain fall falls leg arm hip knee back skin weight age death birthday wishes mood sleep diet drink feed 
husband wife daughter son mother father mum dad mam sister brother partner carer family relatives niece nephew friend neighbour baby birthday funeral death feet hand hands face eyes hair wound notes bed bedside discharge room care tears words voice medication tablets gran grandson granddaughter house home dignity story observations obs drug shift handover phone locker bleep glasses dentures slippers wheelchair catheter dressing chart bloods operation allergies appetite hearing rota
`);

/** Of those, kin: even after a month they make a person of it ("May's husband"). */
export const kin = setOf(`
husband wife daughter son mother father mum dad mam sister brother partner carer family relatives niece nephew friend neighbour gran grandson granddaughter
`);

/** What people are at work or in care, after a name: "Baz the porter", "Ebele, our pharmacist". */
export const roleNouns = setOf(`
colleague consultant registrar nurse physio physiotherapist pharmacist manager student hca sho porter midwife paramedic therapist receptionist cleaner housekeeper matron mentor supervisor chaplain interpreter dietitian assistant doctor patient gentleman lady resident client tutor preceptor buddy surgeon anaesthetist sister clerk volunteer domestic technician radiographer sonographer practitioner worker driver gp specialist lead caretaker cook chef secretary coordinator educator phlebotomist
husband wife daughter son mother father mum dad sister brother partner carer neighbour friend niece nephew granddaughter grandson
`);

/** Where people work, after a name: "Jack from pharmacy", "Blessing on nights". */
export const workplaces = setOf(`
pharmacy reception agency bank nights days earlies lates switchboard estates theatre theatres recovery portering housekeeping catering kitchens stores physio radiology xray x-ray ct mri pathology path lab labs bloods hr payroll it finance ed a&e icu itu hdu maternity paeds outpatients admin records transport community admissions discharge triage dialysis podiatry dietetics therapies safeguarding infection domestics
`);

/** What only people do or refuse, after "would not" and the like. */
export const wilful = setOf(`
eaten drunk slept spoken settled eat drink settle sleep talk speak mobilise wake listen sit stand consent engage wait agree say tell cooperate rest wash
`);

/** What may follow a person's name though it is neither a regular past nor a third person: irregular pasts, particles. */
export const followsNames = setOf(`
became began bit blew bought broke built burst cut did drew drank drove ate fed fought found flew forgot forgave froze gave got grew had heard held hid hit hung hurt kept knew laid led leant learnt left lent let lay lit lost made meant met paid put quit read rode rose ran sang sank sat saw sold sent set shook shone shot shut slept slid sought spent split spoke spread sprang stole stuck stood strode strove struck swam swept swore swung taught told threw thought took tore understood upset was went were woke won wore wound wrote
alone away back home here there today tonight yesterday tomorrow again always never still just also already almost even often once twice sometimes soon suddenly then now too instead however maybe perhaps please sorry thanks aged born nee plus via re inside outside behind beside next near opposite across among against without within about above below toward towards upon like
`);

/** Whole names that stand for shops, charities, hospitals and aids, or for people of history. */
export const publicNames = new Set(
  "john lewis|james cook|sara stedy|sara steady|lewis manning|barnes wallis|marie curie|lloyd george|florence nightingale|mary seacole|james paget|john radcliffe|william harvey|edward jenner|elizabeth garrett|garrett anderson|george eliot|robert jones|agnes hunt|cicely saunders|sue ryder|laura ashley|ted baker|thomas cook|harvey nichols|joseph rowntree|jane austen|martin luther|norman bethune|edith cavell|daisy hill|helen hayes|alder hey|florence nightingales|isabella eco|john snow|aneurin bevan|nye bevan|virginia henderson|henrietta lacks|christopher robin|father christmas|uncle bens|jack daniels|tommee tippee|victoria sponge|earl grey|betty martin".split(
    "|",
  ),
);
