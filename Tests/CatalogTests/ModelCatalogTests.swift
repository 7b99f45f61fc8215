import Catalog
import Testing
import WireText

private let today = CalendarDay("2026-11-22") ?? CalendarDay(daysSince1970: 0)

@Suite struct ModelCatalogTests {
    @Test(arguments: [
        ("anthropic.claude-sonnet-4-6-v1:0", "anthropic.claude-sonnet-4-6"),
        ("anthropic.claude-opus-4-6-v1:0", "anthropic.claude-opus-4-6-v1"),
        ("us.anthropic.claude-opus-4-6-v1:0", "us.anthropic.claude-opus-4-6-v1"),
        ("anthropic.claude-opus-4-6", "anthropic.claude-opus-4-6-v1"),
        ("claude-sonnet-4-6", "anthropic.claude-sonnet-4-6"),
        ("anthropic/claude-sonnet-4-6", "anthropic.claude-sonnet-4-6"),
        ("bedrock/anthropic.claude-sonnet-4-6", "anthropic.claude-sonnet-4-6"),
        ("bedrock/us.anthropic.claude-sonnet-4-6", "us.anthropic.claude-sonnet-4-6"),
        ("anthropic.claude-sonnet-4-6[1m]", "anthropic.claude-sonnet-4-6"),
        ("anthropic.claude-3-5-haiku-20241022-v1", "anthropic.claude-3-5-haiku-20241022-v1:0"),
        ("anthropic.claude-3-5-haiku-20241022", "anthropic.claude-3-5-haiku-20241022-v1:0"),
        ("anthropic.claude-haiku-4-5", "anthropic.claude-haiku-4-5-20251001-v1:0"),
        ("amazon.nova-micro", "amazon.nova-micro-v1:0"),
        ("amazon.nova-mirco-v1:0", "amazon.nova-micro-v1:0"),
        ("amazn.nova-lite-v1:0", "amazon.nova-lite-v1:0"),
        ("meta.llama3-1-70b-instruct", "meta.llama3-1-70b-instruct-v1:0"),
        ("Anthropic.Claude-Sonnet-4-6", "anthropic.claude-sonnet-4-6"),
        ("mistral.mistral-large-2407", "mistral.mistral-large-2407-v1:0"),
    ])
    func `a misspelt id gives the one that was meant`(written: String, meant: String) {
        #expect(ModelCatalog.documented.nearest(to: written, today: today) == meant)
    }

    @Test(arguments: [
        "", "x", "gpt-4", "anthropic.claude-sonnet-9-9", "anthropic.claude-opus-5", "my-own-model", "foo.bar-v1:0",
        "arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abcdefghij12", "amazon.nova-reel-v1:0",
    ])
    func `nothing is suggested from far away`(written: String) {
        #expect(ModelCatalog.documented.nearest(to: written, today: today) == nil)
    }

    @Test func `three of the seven documented models are dead and two are misspelt`() {
        let lookups = ModelCatalog.documentedByPRX.map { ModelCatalog.documented.lookup($0, today: today) }
        #expect(lookups.count == 7)
        #expect(lookups.filter { $0.lifecycle == .retired }.count == 3)
        #expect(lookups.filter { $0.entry == nil && $0.suggestion != nil }.count == 2)
        #expect(lookups.filter { $0.lifecycle == .retired }.allSatisfy { $0.successor != nil })
    }

    @Test func `life ends on its day`() {
        let id = "anthropic.claude-sonnet-4-20250514-v1:0"
        for (day, life) in [
            ("2026-04-13", ModelEntry.Lifecycle.active), ("2026-04-14", .legacy), ("2026-10-13", .legacy),
            ("2026-10-14", .retired),
        ] {
            let when = CalendarDay(day) ?? CalendarDay(daysSince1970: 0)
            #expect(ModelCatalog.documented.lookup(id, today: when).lifecycle == life, "\(day)")
        }
    }

    @Test(arguments: [
        ("us.anthropic.claude-sonnet-4-6"),
        ("arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-sonnet-4-6"),
        ("arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-sonnet-4-6"),
        ("global.anthropic.claude-sonnet-4-6"), ("anthropic.claude-sonnet-4-6"),
    ])
    func `prefixes and ARNs name the same model`(written: String) {
        #expect(ModelCatalog.documented.lookup(written, today: today).entry?.id == "anthropic.claude-sonnet-4-6")
    }

    @Test func `an account's own ARN is not judged`() {
        let lookup = ModelCatalog.documented.lookup(
            "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abcdefghij12", today: today)
        #expect(lookup.entry == nil)
        #expect(lookup.suggestion == nil)
        #expect(lookup.reference.kind == .opaqueARN)
        #expect(lookup.reference.region == "us-east-1")
    }

    @Test(arguments: [
        ("anthropic.claude-sonnet-4-6", "us-east-1", ["us.", "global."]),
        ("anthropic.claude-sonnet-4-6", "ca-central-1", ["us.", "global."]),
        ("anthropic.claude-sonnet-4-6", "eu-central-1", ["eu.", "global."]),
        ("anthropic.claude-sonnet-4-6", "ap-northeast-1", ["jp.", "global."]),
        ("anthropic.claude-opus-4-6-v1", "ap-northeast-1", ["global."]),
        ("anthropic.claude-sonnet-4-6", "ap-southeast-2", ["au.", "global."]),
        ("anthropic.claude-sonnet-4-6", "sa-east-1", ["global."]),
        ("anthropic.claude-sonnet-4-20250514-v1:0", "ap-southeast-2", ["apac."]),
        ("anthropic.claude-sonnet-4-20250514-v1:0", "il-central-1", ["eu."]),
        ("anthropic.claude-sonnet-4-20250514-v1:0", "eu-west-2", []),
        ("mistral.mistral-large-2407-v1:0", "us-east-1", []),
        ("qwen.qwen9-future-v1:0", "us-gov-west-1", ["us-gov."]),
    ])
    func `profiles follow the region and the model`(model: String, region: String, prefixes: [String]) {
        let candidates = ModelCatalog.documented.profileCandidates(for: model, region: region)
        #expect(candidates == prefixes.map { $0 + model })
    }

    @Test(arguments: [
        ("amazon.nova-micro-v1.0", "amazon.nova-micro-v1:0"), ("amazon.nova-micro-v1%3A0", "amazon.nova-micro-v1:0"),
        ("amazon.nova-micro-v1%253A0", "amazon.nova-micro-v1:0"),
        ("us.amazon.nova-micro-v1-0", "us.amazon.nova-micro-v1:0"),
    ])
    func `an id in the dress of a URL or with another sign for the colon is known`(written: String, meant: String) {
        #expect(ModelCatalog.documented.nearest(to: written, today: today) == meant)
    }

    @Test func `the entries are sound`() {
        let models = ModelCatalog.documented.models
        #expect(Set(models.map(\.id)).count == models.count)
        for model in models {
            #expect(ModelPrefix.split(model.id).prefix == nil, "\(model.id)")
            for region in model.onDemandRegions + model.profiles.flatMap(\.regions) {
                #expect(RegionCatalog.isKnown(region), "\(model.id) names \(region)")
            }
            if let successor = model.successor {
                let next = ModelCatalog.documented.entry(for: successor)
                #expect(next?.lifecycle(on: today) == .active, "\(model.id) -> \(successor)")
            }
        }
    }
}
