import { Lightbulb, Repeat2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import * as v from "valibot";
import { idSchema, type ThemeId } from "#core/identifiers.ts";
import type { Proposal } from "#core/proposal/Proposal.ts";
import * as m from "#messages";
import { longestTitle, shortTitle } from "#notebook/shownTitle.ts";
import { useReading } from "#notebook/useReading.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { Notice } from "#ui/Notice.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { TextField } from "#ui/TextField.tsx";
import { draftFromNothing, draftFromTheme, keepNewProposal } from "./beginProposal.ts";
import "./NewProposalPage.css";

const themeId = idSchema<ThemeId>();

function FromNothing({ workspace }: { readonly workspace: Workspace }) {
  const navigate = useNavigate();
  const [title, setTitle] = useState("");
  const [isFailed, setFailed] = useState(false);
  const isStarting = useRef(false);
  const { data: themes } = useReading(workspace, ["themes"], (reader, since) =>
    reader.themes(since),
  );
  const living = (themes ?? []).filter((theme) => !theme.dismissed).slice(0, 6);
  const start = async () => {
    if (isStarting.current) return;
    isStarting.current = true;
    const proposal = draftFromNothing(workspace, title);
    if (await keepNewProposal(workspace, proposal))
      await navigate(`/proposals/${proposal.id}`, { replace: true });
    else setFailed(true);
    isStarting.current = false;
  };
  return (
    <>
      <PageHeader title={m.proposals_new()} pageName={m.proposals_page_new()} />
      <form
        className="new-proposal"
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        {isFailed && <Notice tone="danger">{m.proposals_start_failed()}</Notice>}
        <TextField
          label={m.proposals_field_title()}
          description={m.proposals_field_title_help()}
          placeholder={m.proposals_field_title_placeholder()}
          value={title}
          maxLength={longestTitle}
          onChange={setTitle}
          autoFocus
        />
        <div>
          <Button variant="main" icon={Lightbulb} type="submit">
            {m.proposals_start()}
          </Button>
        </div>
      </form>
      {living.length > 0 && (
        <section className="new-proposal__themes" aria-labelledby="from-theme">
          <h2 id="from-theme">{m.proposals_start_from_theme()}</h2>
          <ul className="new-proposal__list">
            {living.map((theme) => (
              <li key={theme.id}>
                <LinkButton icon={Repeat2} to={`/proposals/new?theme=${theme.id}`}>
                  {theme.name}
                </LinkButton>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

type Starting = "starting" | "failed" | "gone" | { readonly already: readonly Proposal[] };

function FromTheme({
  workspace,
  theme,
}: {
  readonly workspace: Workspace;
  readonly theme: ThemeId;
}) {
  const navigate = useNavigate();
  const [state, setState] = useState<Starting>("starting");
  const hasBegun = useRef(false);
  const begin = async (isAnother: boolean) => {
    setState("starting");
    const drafts = await workspace.reader.proposals(workspace.mark());
    const already = drafts.filter((each) => each.theme === theme && each.deletedAt === null);
    if (already.length > 0 && !isAnother) return setState({ already });
    const proposal = await draftFromTheme(workspace, theme);
    if (proposal === null) return setState("gone");
    if (!(await keepNewProposal(workspace, proposal))) return setState("failed");
    await navigate(`/proposals/${proposal.id}`, { replace: true });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: begun once for this theme, however often it is drawn
  useEffect(() => {
    if (hasBegun.current) return;
    hasBegun.current = true;
    void begin(false);
  }, []);
  return (
    <>
      <PageHeader title={m.proposals_new()} pageName={m.proposals_page_new()} />
      {state === "starting" && <p role="status">{m.proposals_starting()}</p>}
      {state === "failed" && (
        <Notice
          tone="danger"
          actions={<Button onPress={() => void begin(true)}>{m.proposals_try_again()}</Button>}
        >
          {m.proposals_start_failed()}
        </Notice>
      )}
      {state === "gone" && (
        <Notice actions={<LinkButton to="/themes">{m.proposals_see_themes()}</LinkButton>}>
          {m.proposals_theme_gone()}
        </Notice>
      )}
      {typeof state === "object" && (
        <Notice
          actions={
            <>
              {state.already.slice(0, 3).map((proposal) => (
                <LinkButton key={proposal.id} replace to={`/proposals/${proposal.id}`}>
                  {m.proposals_already_open({ title: shortTitle(proposal) })}
                </LinkButton>
              ))}
              <Button variant="quiet" onPress={() => void begin(true)}>
                {m.proposals_already_another()}
              </Button>
            </>
          }
        >
          <h2>{m.proposals_already_title()}</h2>
          <p>{m.proposals_already()}</p>
        </Notice>
      )}
    </>
  );
}

/** `/proposals/new`: from nothing, or from `?theme=` out of the person's own sentences. */
export function NewProposalPage({ workspace }: { readonly workspace: Workspace }) {
  const [search] = useSearchParams();
  const theme = v.safeParse(themeId, search.get("theme"));
  return theme.success ? (
    <FromTheme key={theme.output} workspace={workspace} theme={theme.output} />
  ) : (
    <FromNothing workspace={workspace} />
  );
}
