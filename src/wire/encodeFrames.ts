import { type ByteSink, writeBytes } from "./ByteSink.ts";
import { type Frame, frameTypes, rowRefusals } from "./Frame.ts";

type Writers = {
  readonly [Type in Frame["type"]]: (frame: Extract<Frame, { type: Type }>, to: ByteSink) => void;
};

const writers: Writers = {
  push: ({ request, rows }, to) => {
    to.whole(request);
    to.list(rows, ({ uid, body }) => {
      to.exactly(16, uid);
      to.bytes(body);
    });
  },
  ack: ({ request, rows, head }, to) => {
    to.whole(request);
    to.list(rows, ({ uid, seq }) => {
      to.exactly(16, uid);
      to.whole(seq);
    });
    to.whole(head);
  },
  nack: ({ request, rows }, to) => {
    to.whole(request);
    to.list(rows, ({ uid, reason }) => {
      to.exactly(16, uid);
      to.byte(rowRefusals.indexOf(reason));
    });
  },
  rows: ({ space, logId, settled, rows }, to) => {
    to.exactly(16, space);
    to.exactly(16, logId);
    to.byte(settled ? 1 : 0);
    to.list(rows, ({ seq, uid, body }) => {
      to.whole(seq);
      to.exactly(16, uid);
      to.bytes(body);
    });
  },
  level: ({ space, logId, head, floor, membership }, to) => {
    to.exactly(16, space);
    to.exactly(16, logId);
    to.whole(head);
    to.whole(floor);
    to.whole(membership);
  },
  hello: ({ version, spaces }, to) => {
    to.whole(version);
    to.list(spaces, ({ space, logId, cursor }) => {
      to.exactly(16, space);
      to.exactly(16, logId);
      to.whole(cursor);
    });
  },
  nudge: ({ space, head, membership }, to) => {
    to.exactly(16, space);
    to.whole(head);
    to.whole(membership);
  },
  presence: ({ space, sealed }, to) => {
    to.exactly(16, space);
    to.bytes(sealed);
  },
  refused: ({ code, details }, to) => {
    to.text(code);
    to.text(details);
  },
  settled: ({ space, logId, rows }, to) => {
    to.exactly(16, space);
    to.exactly(16, logId);
    to.list(rows, ({ uid, seq }) => {
      to.exactly(16, uid);
      to.whole(seq);
    });
  },
  members: ({ space, entries }, to) => {
    to.exactly(16, space);
    to.list(entries, to.bytes);
  },
  letter: ({ tokenHash, sealed }, to) => {
    to.exactly(32, tokenHash);
    to.bytes(sealed);
  },
  take: ({ token, taker }, to) => {
    to.exactly(32, token);
    to.exactly(16, taker);
  },
  answer: ({ token, sealed }, to) => {
    to.exactly(32, token);
    to.bytes(sealed);
  },
  answers: ({ answers }, to) => {
    to.list(answers, ({ invitation, sealed }) => {
      to.exactly(16, invitation);
      to.bytes(sealed);
    });
  },
  voicebox: ({ box, key }, to) => {
    to.exactly(16, box);
    to.bytes(key);
  },
  voices: ({ voices }, to) => {
    to.list(voices, ({ number, box, sealed }) => {
      to.whole(number);
      to.exactly(16, box);
      to.bytes(sealed);
    });
  },
  snapshot: ({ manifest }, to) => to.bytes(manifest),
  confirmed: ({ confirmations }, to) => {
    to.list(confirmations, ({ device, signature }) => {
      to.exactly(32, device);
      to.exactly(64, signature);
    });
  },
};

function write<Type extends Frame["type"]>(frame: Extract<Frame, { type: Type }>, to: ByteSink) {
  const type: Type = frame.type;
  to.byte(frameTypes[type]);
  to.bytes(writeBytes((inner) => writers[type](frame, inner)));
}

/** Frames as they travel [F1]. Ids of a wrong length and numbers out of range are bugs and throw. */
export function encodeFrames(...frames: readonly Frame[]): Uint8Array<ArrayBuffer> {
  return writeBytes((to) => {
    for (const frame of frames) write(frame, to);
  });
}
