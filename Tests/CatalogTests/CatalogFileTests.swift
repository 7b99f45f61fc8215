import Testing
import WireText

@testable import Catalog

private let head = #"{"schema":"bedrock-catalog/1","asOf":"2026-11-28"}"#
private let source = #"{"source":"a","authority":"documented","title":"A"}"#

private func parsed(_ lines: String...) throws(CatalogFileError) -> CatalogFile {
    try CatalogFile(parsing: Array(lines.joined(separator: "\n").utf8), file: "f")
}

@Suite struct CatalogFileTests {
    @Test(arguments: [
        ("", "f:1: expected {\"schema\""), ("[]", "f:1:1: $: expected an object"),
        (#"{"schema":"x","asOf":"2026-11-28"}"#, "f:1:11: $.schema: expected \"bedrock-catalog/1\""),
        (#"{"schema":"bedrock-catalog/1"}"#, "f:1:1: $: expected a member \"asOf\""),
        (head + "\n{", "f:2:2: expected"), (head + "\n{}", "f:2:1: $: expected a row"),
        (
            head + "\n\n" + #"{"id":"a.b","source":"x","asOf":"2026-11-28"}"#,
            "f:3: $.source: expected a source of this file"
        ),
        (head + "\n" + source + "\n" + source, "f:3: expected each source once, found it again; it is in line 2"),
        (
            head + "\n" + source + "\n" + #"{"id":"a.b","source":"a","asOf":"2026-13-28"}"#,
            "f:3:33: $.asOf: expected a day of the calendar"
        ),
        (
            head + "\n" + source + "\n" + #"{"id":"us.amazon.x","source":"a","asOf":"2026-11-28"}"#,
            "f:3:7: $.id: expected a bare id, found one with the prefix us."
        ),
        (
            head + "\n" + source + "\n" + #"{"id":"a.b","source":"a","asOf":"2026-11-28","contextToken":1}"#,
            "did you mean \"contextTokens\"?"
        ),
        (
            head + "\n" + source + "\n" + #"{"id":"a.b","source":"a","asOf":"2026-11-28","yes":["toolz"]}"#,
            "found \"toolz\"; did you mean \"tools\"?"
        ),
        (
            head + "\n" + source + "\n"
                + #"{"id":"a.b","source":"a","asOf":"2026-11-28","yes":["tools"],"no":["tools"]}"#,
            "expected each flag once"
        ),
        (
            head + "\n" + source + "\n" + #"{"id":"a.b","source":"a","asOf":"2026-11-28","onDemand":["@us"]}"#,
            "f:3: expected regions, found \"@us\""
        ),
        (
            head + "\n" + source + "\n" + #"{"id":"a.b","source":"a","asOf":"2026-11-28"}"# + "\n"
                + #"{"id":"a.b","source":"a","asOf":"2026-11-29"}"#,
            "f:4: expected each row of a model and a source once"
        ),
        (
            head + "\n" + source + "\n" + #"{"id":"a.b","source":"a","asOf":"2026-11-28","id":"c.d"}"#,
            "f:3:46: expected"
        ),
    ])
    func `a wrong file is refused with line, place and what was expected`(text: String, message: String) {
        let error = #expect(throws: CatalogFileError.self) { try parsed(text) }
        #expect(error.map { "\($0)".contains(message) } == true, "\(error.map { "\($0)" } ?? "no error")")
    }

    @Test func `a file reads back as it was written`() throws {
        let row =
            #"{"id":"a.b-v1:0","source":"a","asOf":"2026-11-28","name":"B","legacy":"2026-01-01","onDemand":["us-east-1"],"#
            + #""profiles":{"us":["@us"],"xx":null},"api":"converse","mantle":["chat"],"contextTokens":5,"#
            + #""yes":["tools"],"no":["vision"],"notStreamed":["system"]}"#
        let text =
            [head, source, #"{"regions":"us","list":["us-east-1","us-west-2"]}"#, row].joined(separator: "\n") + "\n"
        #expect(try parsed(text).text == text)
        // As an editor on Windows leaves it.
        #expect(try parsed(text.replacing("\n", with: "\r\n")).text == text)
    }

    @Test func `the first source is believed, and an account about the regions it was asked about`() throws {
        let catalog = ModelCatalog(
            try parsed(
                head, #"{"source":"account","authority":"account","title":"A"}"#, source,
                #"{"source":"u","authority":"unofficial","title":"U"}"#,
                #"{"id":"a.b","source":"u","asOf":"2026-11-28","contextTokens":1,"maxOutputTokens":2}"#,
                #"{"id":"a.b","source":"a","asOf":"2026-11-28","onDemand":["us-east-1","us-east-2"],"profiles":{"us":["us-east-1","us-west-2"]},"contextTokens":9}"#,
                #"{"id":"a.b","source":"account","asOf":"2026-11-29","asked":["us-east-1"],"onDemand":[],"profiles":{"global":["us-east-1"]}}"#
            ))
        let entry = try #require(catalog.entry(for: "a.b"))
        #expect(entry.onDemandRegions == ["us-east-2"])
        #expect(catalog.knownProfiles(of: entry, region: "us-east-1") == ["global.a.b"])
        #expect(catalog.knownProfiles(of: entry, region: "us-west-2") == ["us.a.b"])
        #expect(entry.fact(\.contextTokens)?.value == 9)
        #expect(entry.fact(\.maxOutputTokens)?.source.name == "u")
        #expect(entry.authority == .account)
    }

    @Test func `prefixes without regions count in a partition of which no other source speaks`() throws {
        let catalog = ModelCatalog(
            try parsed(
                head, source, #"{"source":"u","authority":"unofficial","title":"U"}"#,
                #"{"regions":"us","list":["us-east-1"]}"#, #"{"regions":"us-gov","list":["us-gov-west-1"]}"#,
                #"{"id":"a.b","source":"a","asOf":"2026-11-28","onDemand":["eu-west-2"]}"#,
                #"{"id":"a.b","source":"u","asOf":"2026-11-28","profiles":["us","us-gov"]}"#))
        #expect(catalog.profileCandidates(for: "a.b", region: "us-gov-west-1") == ["us-gov.a.b"])
        #expect(catalog.profileCandidates(for: "a.b", region: "us-east-1") == [])
    }

    @Test func `a prefix that nobody has named yet is known by what follows`() {
        #expect(ModelPrefix.split("za.anthropic.claude-sonnet-9").prefix == "za")
        #expect(ModelPrefix.split("in.moonshotai.kimi-k3").prefix == "in")
        #expect(ModelPrefix.split("anthropic.claude-3.5").prefix == nil)
        #expect(ModelPrefix.split("zai.glm-4.7-flash").prefix == nil)
    }
}
