import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { Fragment, type ReactNode } from "react";
import { readCanonical } from "../../../../bot/contract/description/read-canonical.ts";
import type {
  Block,
  Inline,
  List,
  Run,
} from "../../../../bot/contract/description/rich-text.ts";

const useStyles = makeStyles({
  text: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    whiteSpace: "normal",
  },
  block: { margin: 0 },
  heading: {
    margin: `${tokens.spacingVerticalS} 0 0`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXXL },
});

/** A description as people read it; made of what it says, so that nothing of its HTML gets into the page. */
export function RichTextView({ html }: { html: string }) {
  const styles = useStyles();
  return (
    <div className={styles.text}>
      {readCanonical(html).map((block, index) => (
        <BlockView key={index} block={block} />
      ))}
    </div>
  );
}

function BlockView({ block }: { block: Block }) {
  const styles = useStyles();
  if (block.kind === "list") return <ListView list={block.list} />;
  const inside = inlineViews(block.inlines);
  return block.kind === "heading" ? (
    <h3 className={styles.heading} dir="auto">
      {inside}
    </h3>
  ) : (
    <p className={styles.block} dir="auto">
      {inside}
    </p>
  );
}

function ListView({ list }: { list: List }) {
  const styles = useStyles();
  const Tag = list.ordered ? "ol" : "ul";
  return (
    <Tag className={styles.list}>
      {list.items.map(({ inlines, lists }, index) => (
        <li key={index} dir="auto">
          {inlineViews(inlines)}
          {lists.map((inner, at) => (
            <ListView key={at} list={inner} />
          ))}
        </li>
      ))}
    </Tag>
  );
}

/** Neighbours that lead to the same place are one link. */
function inlineViews(inlines: readonly Inline[]): ReactNode {
  const groups: { href: string | null; views: ReactNode[] }[] = [];
  inlines.forEach((inline, index) => {
    const href = inline.kind === "run" ? inline.href : null;
    const view =
      inline.kind === "run" ? (
        <Fragment key={index}>{runView(inline)}</Fragment>
      ) : (
        <br key={index} />
      );
    const last = groups.at(-1);
    if (last?.href === href) last.views.push(view);
    else groups.push({ href, views: [view] });
  });
  return groups.map(({ href, views }, index) =>
    href === null ? (
      <Fragment key={index}>{views}</Fragment>
    ) : (
      <Link key={index} href={href} target="_blank" rel="noreferrer" inline>
        {views}
      </Link>
    ),
  );
}

function runView({ text, bold, italic, underline }: Run): ReactNode {
  let view: ReactNode = text;
  if (underline) view = <u>{view}</u>;
  if (italic) view = <em>{view}</em>;
  return bold ? <strong>{view}</strong> : view;
}
