import JSONText
import Testing
import WireText

@testable import Catalog

private let today = CalendarDay("2026-11-28") ?? CalendarDay(daysSince1970: 0)

private func summary(_ id: String, _ routes: [String], _ output: String = "TEXT", end: JSONValue = .null) -> JSONValue {
    [
        "modelId": .string(id), "modelName": "M", "inputModalities": ["TEXT", "IMAGE"],
        "outputModalities": [.string(output)],
        "inferenceTypesSupported": .array(routes.map { .string($0) }),
        "modelLifecycle": ["status": "ACTIVE", "endOfLifeTime": end],
    ]
}

private func profile(_ id: String) -> JSONValue { ["inferenceProfileId": .string(id), "type": "SYSTEM_DEFINED"] }

@Suite struct CatalogRenewalTests {
    @Test func `a listing keeps what Converse could take`() {
        let listing = RegionListing(
            region: "us-east-1",
            summaries: [
                summary("a.text", ["ON_DEMAND"], end: "2027-01-02T00:00:00Z"),
                summary("a.image", ["ON_DEMAND"], "IMAGE"),
                summary("a.text:28k", ["PROVISIONED"]),
                summary("a.profiled", ["INFERENCE_PROFILE"], end: 1_800_000_000),
                "no model", [:],
            ],
            profiles: [profile("us.anthropic.x"), profile("us.anthropic.x"), profile("zz.anthropic.x"), [:]])
        #expect(listing.models.map(\.id) == ["a.text", "a.profiled"])
        #expect(listing.models.map(\.isOnDemand) == [true, false])
        #expect(listing.models.map(\.endOfLife) == [CalendarDay("2027-01-02"), CalendarDay("2027-01-15")])
        #expect(listing.prefixes == ["anthropic.x": ["us", "zz"]])
    }

    @Test func `an account has the last word about its regions, and takes nothing from the others`() throws {
        let old = ModelCatalog.documented
        let listings = [
            RegionListing(
                region: "eu-west-2", summaries: [summary("anthropic.claude-sonnet-4-6", ["INFERENCE_PROFILE"])],
                profiles: [profile("eu.anthropic.claude-sonnet-4-6")])
        ]
        let file = old.file.renewed(by: listings, on: today)
        let new = ModelCatalog(try CatalogFile(parsing: Array(file.text.utf8), file: "new"))
        let entry = try #require(new.entry(for: "anthropic.claude-sonnet-4-6"))
        #expect(entry.onDemandRegions.isEmpty)
        #expect(new.profileCandidates(for: entry.id, region: "eu-west-2") == ["eu.anthropic.claude-sonnet-4-6"])
        #expect(new.profileCandidates(for: entry.id, region: "us-east-1").count == 2)
        #expect(entry.fact(\.contextTokens)?.source.name == "user-guide")
        // The region was asked and does not list it.
        #expect(new.entry(for: "anthropic.claude-opus-4-6-v1")?.isOffered(in: "eu-west-2") == false)
        #expect(new.entry(for: "anthropic.claude-opus-4-6-v1")?.isOffered(in: "eu-west-1") == true)
        // Every row of before is there as it was.
        #expect(file.rows.filter { $0.source != "account" } == old.file.rows)
    }

    @Test func `what an account said of other regions stays`() throws {
        let first = RegionListing(region: "us-east-1", summaries: [summary("a.b", ["ON_DEMAND"])], profiles: [])
        let second = RegionListing(region: "us-west-2", summaries: [summary("a.b", ["ON_DEMAND"])], profiles: [])
        let gone = RegionListing(region: "us-east-1", summaries: [], profiles: [])
        let both = ModelCatalog.documented.file.renewed(by: [first], on: today).renewed(by: [second], on: today)
        #expect(ModelCatalog(both).entry(for: "a.b")?.onDemandRegions == ["us-east-1", "us-west-2"])
        #expect(ModelCatalog(both.renewed(by: [gone], on: today)).entry(for: "a.b")?.onDemandRegions == ["us-west-2"])
        #expect(both.sources.filter { $0.name == "account" }.count == 1)
    }

    @Test(arguments: [
        ("*", "", true), ("*", "a", true), ("a*b", "ab", true), ("a*b", "axxb", true), ("a*b", "axxbc", false),
        ("a?c", "abc", true), ("a?c", "ac", false), ("*.claude-*", "anthropic.claude-x", true), ("A*", "abc", true),
        ("a*b*c", "aXbXbXc", true), ("", "a", false), ("", "", true), ("[a]", "a", false),
    ])
    func `a pattern is a whole text with stars and question marks`(pattern: String, text: String, matches: Bool) {
        #expect(ModelPattern(pattern).matches(text) == matches)
    }

    @Test func `a pattern of many stars ends`() {
        #expect(!ModelPattern(String(repeating: "*a", count: 200)).matches(String(repeating: "b", count: 2_000)))
    }

    @Test func `patterns choose what Converse takes, and profiles by their prefix`() {
        let catalog = ModelCatalog.documented
        #expect(ModelPattern("all").ids(in: catalog).count == catalog.models.filter(\.isForConverse).count)
        #expect(ModelPattern("amazon.nova-m*").ids(in: catalog) == ["amazon.nova-micro-v1:0"])
        #expect(ModelPattern("in.*").ids(in: catalog) == ["in.moonshotai.kimi-k3", "in.moonshotai.kimi-k3.1"])
        #expect(ModelPattern("nothing*").ids(in: catalog).isEmpty)
    }
}
