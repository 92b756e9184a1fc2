use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::{Fault, Limits, Package, is_package};

const SMALL: Limits = Limits { part: 1_000, file: 1_500, parts: 3 };

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Replaces every occurrence of some bytes by others of the same length.
fn replace(bytes: &mut [u8], from: &[u8], to: &[u8]) {
    assert_eq!(from.len(), to.len());
    let places: Vec<usize> =
        (0..=bytes.len() - from.len()).filter(|i| bytes[*i..].starts_with(from)).collect();
    assert!(!places.is_empty());
    for place in places {
        bytes[place..place + from.len()].copy_from_slice(to);
    }
}

fn refused(bytes: &[u8]) -> Fault {
    Package::open(bytes, SMALL).err().unwrap()
}

#[test]
fn parts_are_listed_and_read() {
    let bytes = archive(&[("b/二.xml", "甲".as_bytes()), ("a.xml", b"1"), ("c\\d.xml", b"2")]);
    assert!(is_package(&bytes));
    let mut package = Package::open(&bytes, SMALL).unwrap();
    assert_eq!(package.names().collect::<Vec<_>>(), ["a.xml", "b/二.xml", "c/d.xml"]);
    assert_eq!(package.read_text("B/二.XML").unwrap(), "甲");
    assert_eq!(package.read("c/d.xml").unwrap(), b"2");
    assert_eq!(package.read("e.xml"), Err(Fault::Missing("e.xml".to_owned())));
}

#[test]
fn names_in_gbk_are_read_as_such() {
    let mut bytes = archive(&[("abcd.xml", b"1")]);
    let (gbk, ..) = encoding_rs::GBK.encode("附件");
    replace(&mut bytes, b"abcd", &gbk);
    assert_eq!(Package::open(&bytes, SMALL).unwrap().names().collect::<Vec<_>>(), ["附件.xml"]);
}

#[test]
fn every_limit_holds() {
    let zeros = vec![0; 1_001];
    let bytes = archive(&[("large", &zeros), ("a", &zeros[..900]), ("b", &zeros[..900])]);
    let mut package = Package::open(&bytes, SMALL).unwrap();
    assert_eq!(package.read("large"), Err(Fault::PartTooLarge { name: "large".to_owned(), limit: 1_000 }));
    // Read twice, a part counts once.
    assert_eq!(package.read("a").unwrap().len(), 900);
    assert_eq!(package.read("a").unwrap().len(), 900);
    assert_eq!(package.read("b"), Err(Fault::FileTooLarge(1_500)));
    let many = archive(&[("1", b""), ("2", b""), ("3", b""), ("4", b"")]);
    assert_eq!(refused(&many), Fault::TooManyParts(3));
}

#[test]
fn a_declared_size_is_not_trusted() {
    let zeros = vec![0; 5_000];
    let mut bytes = archive(&[("a", &zeros)]);
    // The size in the local header and in the list of parts: 5,000 becomes 5.
    replace(&mut bytes, &5_000u32.to_le_bytes(), &5u32.to_le_bytes());
    let mut package = Package::open(&bytes, SMALL).unwrap();
    assert_eq!(package.read("a"), Err(Fault::Damaged("a".to_owned())));
}

#[test]
fn names_that_lie_are_refused() {
    for name in ["../a", "b/../../a", "/a", "C:/a", "..\\a"] {
        assert_eq!(refused(&archive(&[(name, b"1")])), Fault::BadName(name.replace('\\', "/")), "{name}");
    }
    let mut twice = archive(&[("aa", b"1"), ("ab", b"2")]);
    replace(&mut twice, b"ab", b"aa");
    assert!(matches!(refused(&twice), Fault::Duplicate(_)));
    assert_eq!(refused(&archive(&[("a/b", b"1"), ("a\\b", b"2")])), Fault::Duplicate("a/b".to_owned()));
}

#[test]
fn what_is_broken_is_told() {
    assert_eq!(refused(b"PK\x03\x04"), Fault::NotAnArchive);
    assert_eq!(refused(b"not a zip"), Fault::NotAnArchive);
    let good = archive(&[("a", b"some words that are packed, some words that are packed")]);
    let mut bad = good.clone();
    // Behind the local header of 30 bytes and the name.
    bad[35] ^= 0xFF;
    assert_eq!(Package::open(&bad, SMALL).unwrap().read("a"), Err(Fault::Damaged("a".to_owned())));
    let mut locked = good;
    // The flags of the local header and of the entry in the list of parts.
    replace(&mut locked, b"PK\x03\x04\x14\x00\x00\x00", b"PK\x03\x04\x14\x00\x01\x00");
    let list = locked.windows(4).position(|bytes| bytes == b"PK\x01\x02").unwrap();
    locked[list + 8] |= 1;
    assert_eq!(Package::open(&locked, SMALL).unwrap().read("a"), Err(Fault::Encrypted("a".to_owned())));
}
