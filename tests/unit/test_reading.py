"""Files, folders, globs and JSON Lines to texts."""

from __future__ import annotations

import contextlib
import gzip
import json
import os
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extractor import json_lines
from extractor.errors import ExtractorError, InputError
from extractor.reading import Failure, Input, expand, read, read_text, total_size


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: str, content: str | bytes = "Sorvé est tombée.") -> str:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    data = content if isinstance(content, bytes) else content.encode()
    file.write_bytes(gzip.compress(data) if path.endswith(".gz") else data)
    return path


def lines(path: str, *records: object) -> str:
    return write(path, "".join((r if isinstance(r, str) else json.dumps(r)) + "\n" for r in records))


def ids(*arguments: str) -> list[str | None]:
    return [found.id if isinstance(found, Input) else str(found) for found in read(expand(arguments))]


def test_a_file_is_one_text_named_by_its_path() -> None:
    write("depeches/sorve.txt", "Sorvé\r\nest tombée.")
    (found,) = read(expand(["depeches/sorve.txt"]))
    assert found == Input(
        id="depeches/sorve.txt",
        text="Sorvé\r\nest tombée.",
        published=None,
        path="depeches/sorve.txt",
        line=None,
        encoding="utf-8",
    )


@pytest.mark.parametrize("path", ["vide.txt", "vide.txt.gz"])
@pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe \x00"])
def test_a_file_without_text_is_no_article(content: bytes, path: str) -> None:
    write(path, content)
    assert list(read([Path(path)])) == [
        Failure(path=path, line=None, reason="no text: empty, or white space only")
    ]


def test_a_line_that_says_that_its_text_is_empty_is_an_empty_article() -> None:
    lines("archive.jsonl", {"id": "a", "text": ""}, {"id": "b", "text": " \n"})
    assert [found.text for found in read([Path("archive.jsonl")]) if isinstance(found, Input)] == ["", " \n"]


def test_of_a_folder_the_text_files_are_read_sorted_and_named_relative_to_it() -> None:
    for name in (
        "b.txt",
        "a/2.TXT",
        "a/10.txt",
        "c.txt.gz",
        "A.txt",
        "é.txt",
        "notes.md",
        ".cache.txt",
        ".git/x.txt",
    ):
        write(f"depeches/{name}")
    assert ids("depeches") == ["A.txt", "a/10.txt", "a/2.TXT", "b.txt", "c.txt.gz", "é.txt"]
    assert ids("./depeches/") == ids("depeches")


def test_gzipped_files_are_read_unzipped() -> None:
    write("a.txt.gz", "Sorvé est tombée.")
    lines("b.jsonl.gz", {"id": "b", "text": "Anvar tient."})
    texts = [
        found.text if isinstance(found, Input) else str(found)
        for found in read(expand(["a.txt.gz", "b.jsonl.gz"]))
    ]
    assert texts == ["Sorvé est tombée.", "Anvar tient."]


def test_globs_are_expanded_and_sorted() -> None:
    for name in ("b.txt", "a.txt", "sous/c.txt", "d.md"):
        write(f"depeches/{name}")
    assert ids("depeches/*.txt") == ["depeches/a.txt", "depeches/b.txt"]
    assert ids("depeches/**/*.txt") == ["depeches/a.txt", "depeches/b.txt", "depeches/sous/c.txt"]
    assert ids("depeches/**") == ["depeches/a.txt", "depeches/b.txt", "depeches/d.md", "depeches/sous/c.txt"]
    assert ids("dep*") == ["a.txt", "b.txt", "sous/c.txt"]


def test_a_file_whose_name_looks_like_a_glob_is_that_file() -> None:
    write("sorve[1].txt")
    write("sorve1.txt")
    assert ids("sorve[1].txt") == ["sorve[1].txt"]


def test_json_lines_keep_their_ids_and_dates() -> None:
    lines(
        "archive.jsonl",
        {"id": "a", "text": "Sorvé est tombée.", "published": "2024-03", "source": "lp"},
        "",
        {"text": ""},
        {"id": 17, "text": "x", "published": None},
    )
    assert [
        (i.id, i.text, i.published, i.line) for i in read([Path("archive.jsonl")]) if isinstance(i, Input)
    ] == [
        ("a", "Sorvé est tombée.", "2024-03", 1),
        ("archive.jsonl:3", "", None, 3),
        ("17", "x", None, 4),
    ]


def test_json_lines_with_a_byte_order_mark_and_crlf() -> None:
    write("w.jsonl", b'\xef\xbb\xbf{"id": "a", "text": "x"}\r\n\r\n{"id": "b", "text": "y"}')
    assert ids("w.jsonl") == ["a", "b"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text": "x"', "no valid JSON: Expecting ',' delimiter at character 13"),
        ('["x"]', "no JSON object"),
        ("null", "no JSON object"),
        ('{"id": "a"}', "`text` is missing"),
        ('{"text": null}', "`text` is missing"),
        ('{"text": ["x"]}', "`text` is no string"),
        ('{"text": "x", "id": true}', "`id` is neither a string nor a whole number"),
        ('{"text": "x", "id": 1.5}', "`id` is neither a string nor a whole number"),
        ('{"text": "x", "published": 2021}', "`published` is no string"),
        ('{"text": "ab\\ud800"}', "half a surrogate pair at character 3: no text"),
        ('{"text": "x", "n": ' + "9" * 5000 + "}", "no valid JSON: a number of thousands of digits"),
        ("[" * 200_000, "no JSON that can be read: nested too deeply"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_bad_line_is_named_and_the_others_are_read(line: str, reason: str) -> None:
    lines("x.jsonl", {"id": "avant", "text": "x"}, line, {"id": "apres", "text": "x"})
    assert ids("x.jsonl") == ["avant", f"x.jsonl:2: {reason}", "apres"]


def test_a_line_with_a_wrong_publication_date_is_named() -> None:
    lines("x.jsonl", {"text": "x", "published": "13/08/2021"}, {"id": "b", "text": "x"})
    failed, done = ids("x.jsonl")
    assert str(failed).startswith("x.jsonl:1: publication date '13/08/2021' is no EDTF day")
    assert done == "b"


def test_json_lines_in_other_encodings() -> None:
    record = '{"id": "a", "text": "Sorvé"}\n'
    write("x.jsonl", record.encode("cp1252") + record.encode() + b'{"text": "Sorv\xc3\xa9 \xff"}\n')
    write("le.jsonl", (record * 2).encode("utf-16"))
    write("be.jsonl.gz", b"\xfe\xff" + record.encode("utf-16-be"))
    write("cut.jsonl", record.encode("utf-16") + b"{")
    found = [
        (it.text, it.encoding, it.line) if isinstance(it, Input) else str(it)
        for it in read(expand(["x.jsonl", "le.jsonl", "be.jsonl.gz", "cut.jsonl"]))
    ]
    assert found == [
        ("Sorvé", "cp1252", 1),
        ("Sorvé", "utf-8", 2),
        "x.jsonl:3: damaged UTF-8: invalid start byte at byte 18",
        ("Sorvé", "utf-16-le", 1),
        ("Sorvé", "utf-16-le", 2),
        ("Sorvé", "utf-16-be", 1),
        ("Sorvé", "utf-16-le", 1),
        "cut.jsonl:2: marked as UTF-16-LE, but it is not: truncated data",
    ]


def test_no_more_is_read_than_an_article_may_have(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.reading.LARGEST", 1000)
    for path in ("a.txt", "b.txt.gz"):
        write(path, "x" * 1001)
    lines(
        "c.jsonl", {"id": "1", "text": "y" * 3000}, {"id": "2", "text": "y"}, {"id": "3", "text": "y" * 990}
    )
    write("d.jsonl", "z" * 5000)
    write("e.txt", "x" * 1000)
    reason = "too large for one article: more than 5,000,000 bytes"
    assert ids("a.txt", "b.txt.gz", "c.jsonl", "d.jsonl", "e.txt") == [
        f"a.txt: {reason}",
        f"b.txt.gz: {reason}",
        f"c.jsonl:1: {reason}",
        "2",
        f"c.jsonl:3: {reason}",
        f"d.jsonl:1: {reason}",
        "e.txt",
    ]


def test_a_file_of_nothing_but_size_is_not_read() -> None:
    with Path("trou.txt").open("wb") as file:
        file.truncate(1 << 40)
    assert ids("trou.txt") == ["trou.txt: too large for one article: more than 5,000,000 bytes"]


def test_sizes_add_up_to_the_total() -> None:
    lines("f/a.jsonl", {"text": "x"}, "", {"text": "y" * 99})
    lines("b.jsonl.gz", *({"text": os.urandom(5000).hex()} for _ in range(20)))
    write("f/c.txt", "Sorvé")
    write("f/d/e.txt.gz", "Sorvé")
    paths = expand(["f", "f/a.jsonl", "b.jsonl.gz", "absent.txt"])
    assert sum(it.size for it in read(paths)) == pytest.approx(total_size(paths), abs=10)


def test_what_cannot_be_read_is_named_and_the_others_are_read() -> None:
    write("photo.txt", bytes(range(256)))
    write("coupe.txt.gz")
    os.truncate("coupe.txt.gz", 20)
    write("faux.jsonl.gz")
    Path("faux.jsonl.gz").write_bytes(b"pas du gzip")
    Path("vide").mkdir()
    write("bon.txt")
    arguments = ["photo.txt", "coupe.txt.gz", "faux.jsonl.gz", "vide", "absent.txt", "*.text", "bon.txt"]
    assert ids(*arguments) == [
        "photo.txt: no text in UTF-8, UTF-16 or Windows-1252",
        "coupe.txt.gz: damaged gzip: Compressed file ended before the end-of-stream marker was reached",
        "faux.jsonl.gz: damaged gzip: Not a gzipped file (b'pa')",
        "vide: no text file (.txt, .txt.gz) in this folder",
        "absent.txt: No such file or directory",
        "*.text: No such file or directory",
        "bon.txt",
    ]


def test_a_gzip_that_ends_too_early_gives_the_lines_before() -> None:
    lines("x.jsonl.gz", *({"id": str(n), "text": os.urandom(2000).hex()} for n in range(50)))
    os.truncate("x.jsonl.gz", 60_000)
    found = ids("x.jsonl.gz")
    assert found[:3] == ["0", "1", "2"]
    assert str(found[-1]).startswith(f"x.jsonl.gz:{len(found)}: damaged gzip")


def test_links_in_circles_pipes_and_folders_named_as_texts() -> None:
    write("f/bon.txt")
    write("f/dossier.txt/autre.txt")
    Path("f/cercle.txt").symlink_to("cercle.txt")
    Path("f/parent").symlink_to("..")
    os.mkfifo("f/tube.txt")
    assert ids("f") == [
        "bon.txt",
        "f/cercle.txt: Too many levels of symbolic links",
        "dossier.txt/autre.txt",
        "f/parent: a link to a folder is not followed: name it as an input of its own",
        "f/tube.txt: no regular file",
    ]


def test_strange_names() -> None:
    write("f/ligne\nsuivante.txt")
    Path(os.fsdecode(b"f/sorv\xe9.txt")).write_text("x", encoding="utf-8")
    assert ids("f") == ["ligne\nsuivante.txt", r"sorv\xe9.txt"]
    (found,) = ids("x" * 300 + ".txt")
    assert str(found).endswith("File name too long")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_without_permission() -> None:
    write("f/a.txt")
    write("f/secret/b.txt")
    Path("f/a.txt").chmod(0)
    Path("f/secret").chmod(0)
    assert ids("f") == ["f/a.txt: Permission denied", "f/secret: Permission denied"]
    Path("f/secret").chmod(0o700)


def test_one_text_raises() -> None:
    with pytest.raises(InputError, match=r"^absent\.txt: No such file or directory$"):
        read_text(Path("absent.txt"))
    with pytest.raises(InputError, match=r"^\.: a folder, where a file is expected$"):
        read_text(Path())


def test_failures_are_printed_as_compilers_do() -> None:
    assert str(Failure(path="a.jsonl", line=3, reason="`text` is missing")) == "a.jsonl:3: `text` is missing"


@given(st.binary(max_size=200))
def test_any_line_is_a_record_or_an_error_of_ours(line: bytes) -> None:
    with contextlib.suppress(ExtractorError):
        assert isinstance(json_lines.parse(line).text, str)


@example("\x7f", "\x7f")
@given(st.text(st.characters(exclude_categories=("Cs",))), st.text(st.characters(exclude_categories=("Cs",))))
def test_any_record_is_read_as_it_was_written(text: str, name: str) -> None:
    for ensure_ascii in (True, False):
        line = json.dumps({"id": name, "text": text}, ensure_ascii=ensure_ascii).encode()
        assert json_lines.parse(line) == json_lines.Record(text, name, None)
