#!/usr/bin/env python3
"""topics.py VERSUS TOPICS.tsv: precision and recall of `versus names --resolve entity` on public names and aliases.

Two names are the same when they come out with one id. Precision: of all pairs of names with one id, the share that belong
to one topic. Recall: of the display names and of the aliases, the share that come out as their topic."""
import itertools
import collections
import subprocess
import sys


def main(versus, path):
    groups = collections.defaultdict(set)  # name -> the topics it belongs to
    displays, aliases, related = [], [], []
    for line in open(path, encoding="utf-8"):
        kind, topic, other = line.rstrip("\n").split("\t")
        groups[topic].add(topic)
        if kind == "related":
            related.append((topic, other))
            continue
        (displays if kind == "display" else aliases).append((topic, other))
        groups[other].add(topic)
    names = sorted(groups)  # of topics; neighbours that are no topic count in their listed pairs only
    listed = sorted(set(other for _, other in related) - set(names))
    out = subprocess.run([versus, "names", "--resolve", "entity"], input="\n".join(names + listed) + "\n", text=True,
                         capture_output=True, check=True).stdout
    ids = {}
    for line in out.splitlines():
        cells = line.split("\t")
        ids.setdefault(cells[0], cells[1])
    clusters = collections.defaultdict(list)
    for name in names:
        clusters[ids[" ".join(name.split())]].append(name)
    right = wrong = 0
    for members in clusters.values():
        for a, b in itertools.combinations(members, 2):
            if groups[a] & groups[b]:
                right += 1
            else:
                wrong += 1
                print(f"false\t{a}\t{b}\t{ids[a]}")

    def same(pair):
        return ids[" ".join(pair[0].split())] == ids[" ".join(pair[1].split())]

    merged = [pair for pair in related if same(pair) and not (groups.get(pair[0], set()) & groups.get(pair[1], set()))]
    for a, b in merged:
        print(f"related\t{a}\t{b}\t{ids[a]}")
    wrong += sum(pair[1] not in groups for pair in merged)
    found = sum(map(same, displays))
    found_aliases = sum(map(same, aliases))
    print(f"pairs with one id: {right + wrong}, of different topics {wrong}, precision {right / (right + wrong):.4f}")
    print(f"related pairs merged: {len(merged)} of {len(related)}")
    print(f"display names: recall {found / len(displays):.4f} ({found} of {len(displays)})")
    print(f"aliases: recall {found_aliases / len(aliases):.4f} ({found_aliases} of {len(aliases)})")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
