import type { RouteObject } from "react-router";
import type { PlaceParts } from "./PlaceParts.ts";
import { place } from "./place.tsx";

/** The places of team spaces, and the door of an invited person. */
export const teamRoutes = ({ workspace, invitation, wasInvited }: PlaceParts): RouteObject[] => [
  place("/team", async () => {
    const { TeamPage } = await import("#features/team/TeamPage.tsx");
    return <TeamPage workspace={workspace} />;
  }),
  place("/team/new", async () => {
    const { MakeSpacePage } = await import("#features/team/MakeSpacePage.tsx");
    return <MakeSpacePage workspace={workspace} />;
  }),
  place("/team/file", async () => {
    const { BringInPage } = await import("#features/team/BringInPage.tsx");
    return <BringInPage workspace={workspace} />;
  }),
  place("/team/:id", async () => {
    const { SpacePage } = await import("#features/team/SpacePage.tsx");
    return <SpacePage workspace={workspace} />;
  }),
  place("/team/:id/people", async () => {
    const { PeoplePage } = await import("#features/team/PeoplePage.tsx");
    return <PeoplePage workspace={workspace} />;
  }),
  place("/team/:id/voices", async () => {
    const { VoicesPage } = await import("#features/team/voices/VoicesPage.tsx");
    return <VoicesPage workspace={workspace} />;
  }),
  place("/team/:id/voices/in/:box", async () => {
    const { PosterPage } = await import("#features/team/voices/PosterPage.tsx");
    return <PosterPage workspace={workspace} />;
  }),
  place("/team/:id/voices/:voice", async () => {
    const { OneVoicePage } = await import("#features/team/voices/OneVoicePage.tsx");
    return <OneVoicePage workspace={workspace} />;
  }),
  place("/team/:team/proposals/:id", async () => {
    const { SharedProposalPage } = await import(
      "#features/proposals/shared/SharedProposalPage.tsx"
    );
    return <SharedProposalPage workspace={workspace} />;
  }),
  place("/proposals/:id/share", async () => {
    const { SharePage } = await import("#features/proposals/shared/SharePage.tsx");
    return <SharePage workspace={workspace} />;
  }),
  place("/settings/devices", async () => {
    const { DevicesPage } = await import("#features/team/DevicesPage.tsx");
    return <DevicesPage workspace={workspace} />;
  }),
  place("/join", async () => {
    const { JoinPage } = await import("#features/team/JoinPage.tsx");
    return <JoinPage workspace={workspace} invitation={invitation} wasInvited={wasInvited} />;
  }),
];
