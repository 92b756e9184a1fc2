#!/usr/bin/env python3
"""Builds the table of W046 (mistyped-phrase), src/text/near_miss.bin, from counts over correct official texts.

    tools/near_miss.py FOLDER [TABLE]

FOLDER holds, as UTF-8, a record a line, its parts divided by tabs (`.xz` is unpacked):

    sequences-3.tsv.xz                       every sequence of three characters with its count; `#` stands for a run of
                                             characters that are no Han characters
    sequences-4.tsv.xz                       sequences of four Han characters with their counts
    similar-characters.tsv.xz                a character, those that sound the same, those that look alike
    dictionary.txt.xz                        words of two to six characters
    characters-not-judged.txt                characters that stand alone too often or too seldom to be judged

To renew the table, count a newer collection of laws and official papers into such files and run this again; the table is
the same for the same input. Its format, little-endian throughout:

    "NM1\\0"
    u32 number of sequences, u32 number of letters, u32 number of rows, u32 number of similar letters
    u32 blocks of the sets of sequences of three and of words
    u16 × letters        the alphabet: the characters of the sequences, ascending
    u64 × sequences      ascending: four indices into the alphabet of 11 bits each, then a count of 20 bits
    u8  × 8192           one bit for each character of the first plane: whether it is judged
    (u16, u32) × rows    a judged character, ascending, and where its similar letters end
    u16 × similar        indices into the alphabet
    u8  × 64 × blocks    two sets (blocked Bloom filters): sequences of three, also those within words; words of two

A set answers "there" for all that is in it, and for a few in a hundred others. Such an error hides a finding, and never makes
one.
"""

import lzma
import pathlib
import struct
import sys

LEAST = 30  # the fewest times that a sequence was seen to be offered
MASK = (1 << 64) - 1
NUMERALS = set("一二三四五六七八九十百千万第〇两零")
BITS_THREE, BITS_WORDS = 7.5, 10  # bits for each element of the sets


def records(folder, name):
    with lzma.open(folder / name, "rt", encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t") for line in lines]


def hashed(text):
    h = 0xCBF29CE484222325
    for c in text:
        h = ((h ^ ord(c)) * 0x100000001B3) & MASK
    h ^= h >> 33
    h = (h * 0xFF51AFD7ED558CCD) & MASK
    h ^= h >> 33
    h = (h * 0xC4CEB9FE1A85EC53) & MASK
    return h ^ (h >> 33)


def bloom(elements, bits):
    blocks = int(len(elements) * bits) // 512 + 1
    table = bytearray(64 * blocks)
    for element in elements:
        h = hashed(element)
        base = 64 * ((h >> 36) % blocks)
        for i in range(4):
            bit = (h >> (9 * i)) & 511
            table[base + bit // 8] |= 1 << (bit % 8)
    return blocks, bytes(table)


def main():
    folder = pathlib.Path(sys.argv[1])
    default = pathlib.Path(__file__).parent.parent / "src/text/near_miss.bin"
    target = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else default
    unjudged = set((folder / "characters-not-judged.txt").read_text(encoding="utf-8"))
    fours = {}
    for sequence, count in records(folder, "sequences-4.tsv.xz"):
        # Numbers of articles and sessions are counted often and say nothing about a word.
        if int(count) >= LEAST and sum(c in NUMERALS for c in sequence) < 2:
            fours[sequence] = min(int(count), (1 << 20) - 1)
    letters = sorted({c for sequence in fours for c in sequence if ord(c) < 0x10000})
    if len(letters) >= 2048:
        sys.exit("the alphabet no longer fits into 11 bits: widen the format")
    index = {c: i for i, c in enumerate(letters)}
    keys = []
    for sequence, count in fours.items():
        if all(c in index for c in sequence):
            key = 0
            for c in sequence:
                key = key << 11 | index[c]
            keys.append(key << 20 | count)
    keys.sort()
    rows, similar = [], []
    for record in sorted(records(folder, "similar-characters.tsv.xz")):
        c, others = record[0], set("".join(record[1:]))
        near = sorted(index[x] for x in others if x in index and x != c)
        if near and c not in unjudged and ord(c) < 0x10000:
            similar += near
            rows.append((ord(c), len(similar)))
    judged = bytearray(8192)
    for c, _ in rows:
        judged[c // 8] |= 1 << (c % 8)
    is_asked_for = lambda sequence: any(ord(c) < 0x10000 and judged[ord(c) // 8] >> (ord(c) % 8) & 1 for c in sequence)
    dictionary = [record[0] for record in records(folder, "dictionary.txt.xz")]
    threes = {s for s, _ in records(folder, "sequences-3.tsv.xz")}
    threes.update(word[i : i + 3] for word in dictionary for i in range(len(word) - 2))
    threes = sorted(filter(is_asked_for, threes))
    words = [word for word in dictionary if len(word) == 2 and is_asked_for(word)]
    sets = [bloom(threes, BITS_THREE), bloom(words, BITS_WORDS)]
    table = b"NM1\0" + struct.pack("<6I", len(keys), len(letters), len(rows), len(similar), *(b for b, _ in sets))
    table += struct.pack(f"<{len(letters)}H", *map(ord, letters)) + struct.pack(f"<{len(keys)}Q", *keys) + bytes(judged)
    table += b"".join(struct.pack("<HI", c, end) for c, end in rows) + struct.pack(f"<{len(similar)}H", *similar)
    table += b"".join(bits for _, bits in sets)
    target.write_bytes(table)
    print(f"{target.name}: {len(table):,} bytes; {len(keys):,} sequences, {len(letters):,} letters, {len(rows):,} judged")
    print(f"sets of {len(threes):,} and {len(words):,}")


main()
