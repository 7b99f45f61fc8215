import Testing
import WireText

@testable import Catalog

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
        ("claude-opus-4-6", "anthropic.claude-opus-4-6-v1"),
        ("us.us.anthropic.claude-sonnet-4-6", "us.anthropic.claude-sonnet-4-6"),
        ("bedrock:us.anthropic.claude-sonnet-4-6", "us.anthropic.claude-sonnet-4-6"),
        ("bedrock/us-east-1/anthropic.claude-sonnet-4-6", "anthropic.claude-sonnet-4-6"),
        ("openrouter/anthropic/claude-sonnet-4.6", "anthropic.claude-sonnet-4-6"),
        ("claude-sonnet-4-5@20250929", "anthropic.claude-sonnet-4-5-20250929-v1:0"),
        ("Claude 3.5 Sonnet", "anthropic.claude-3-5-sonnet-20240620-v1:0"),
        ("claude-3.5-sonnet-v2", "anthropic.claude-3-5-sonnet-20241022-v2:0"),
        ("Claude 3.5 Sonet", "anthropic.claude-3-5-sonnet-20240620-v1:0"),
        ("Claude Sonnet 4.6", "anthropic.claude-sonnet-4-6"),
        ("Anthropic Claude 3 Haiku", "anthropic.claude-3-haiku-20240307-v1:0"),
        ("Amazon Nova Pro", "amazon.nova-pro-v1:0"), ("Llama 3.1 70B Instruct", "meta.llama3-1-70b-instruct-v1:0"),
        ("meta-llama/Llama-3.1-70B", "meta.llama3-1-70b-instruct-v1:0"),
        ("Titan Text G1 - Premier", "amazon.titan-text-premier-v1:0"),
        ("gpt-oss-120b", "openai.gpt-oss-120b-1:0"), ("openai.gpt-oss-20b-1", "openai.gpt-oss-20b-1:0"),
        ("mistral.mistral-7b-instruct-v0.2", "mistral.mistral-7b-instruct-v0:2"),
        ("grok-4.7", "xai.grok-4.7"), ("anthropic.claude-opuss-5-5", "anthropic.claude-opus-5-5"),
        ("in.moonshotai.kimi-k3-v1:0", "in.moonshotai.kimi-k3"),
    ])
    func `a misspelt id gives the one that was meant`(written: String, meant: String) {
        #expect(ModelCatalog.documented.nearest(to: written, today: today) == meant)
    }

    @Test(arguments: [
        "", "x", "gpt-4", "anthropic.claude-sonnet-9-9", "anthropic.claude-opus-5", "my-own-model", "foo.bar-v1:0",
        "arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abcdefghij12", "amazon.nova-reel-v1:0", "claude",
        "anthropic", "sonnet", "gpt", "us.anthropic", "anthropic.claude-sonnet-4-7", "openai.gpt-5.6", "::::", "....",
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
        ("us", "us-west-2", true), ("us", "ca-central-1", true), ("us", "us-gov-west-1", false),
        ("au", "ap-southeast-2", true), ("au", "ap-northeast-1", false), ("jp", "ap-northeast-3", true),
        ("apac", "ap-south-1", true), ("nowhere", "us-east-1", false),
    ])
    func `a geography has its regions`(prefix: String, region: String, isOfIt: Bool) {
        #expect(ModelCatalog.documented.reaches(prefix, from: region) == isOfIt)
        #expect(!ModelCatalog.documented.geographies.contains("global"))
    }

    @Test(arguments: [
        ("amazon.nova-micro-v1.0", "amazon.nova-micro-v1:0"), ("amazon.nova-micro-v1%3A0", "amazon.nova-micro-v1:0"),
        ("amazon.nova-micro-v1%253A0", "amazon.nova-micro-v1:0"),
        ("us.amazon.nova-micro-v1-0", "us.amazon.nova-micro-v1:0"),
    ])
    func `an id in the dress of a URL or with another sign for the colon is known`(written: String, meant: String) {
        #expect(ModelCatalog.documented.nearest(to: written, today: today) == meant)
    }

    @Test(arguments: [
        ("eu.anthropic.claude-opus-4-6", "us-east-1", "us.anthropic.claude-opus-4-6-v1"),
        ("us.anthropic.claude-opus-4-6", "ap-southeast-2", "au.anthropic.claude-opus-4-6-v1"),
        ("us.us.anthropic.claude-sonnet-4-6", "ap-northeast-1", "jp.anthropic.claude-sonnet-4-6"),
        ("us.anthropic.claude-opus-4-6", "ca-central-1", "us.anthropic.claude-opus-4-6-v1"),
        ("us.anthropic.claude-opus-4-6", "xx-bogus-9", "us.anthropic.claude-opus-4-6-v1"),
        ("us.moonshotai.kimi-k3-v1:0", "ap-south-1", "in.moonshotai.kimi-k3"),
    ])
    func `the prefix of a suggestion fits the region`(written: String, region: String, meant: String) {
        #expect(ModelCatalog.documented.nearest(to: written, today: today, region: region) == meant)
    }

    @Test func `ids of bedrock-mantle alone are none of Converse's`() {
        let catalog = ModelCatalog.documented
        #expect(catalog.models.contains { $0.id == "anthropic.claude-haiku-4-5" && !$0.isForConverse })
        #expect(catalog.entry(for: "anthropic.claude-haiku-4-5") == nil)
        #expect(catalog.entry(for: "xai.grok-4.7") != nil)
    }

    @Test func `a source without regions fills in only what nobody else says`() {
        let catalog = ModelCatalog.documented
        // AWS's card names no apac. profile, though another source does.
        #expect(
            catalog.profileCandidates(for: "anthropic.claude-sonnet-4-6", region: "ap-south-1").map { $0.prefix(7) }
                == ["global."])
        #expect(
            catalog.profileCandidates(for: "openai.gpt-oss-20b-1:0", region: "us-gov-west-1")
                == ["us-gov.openai.gpt-oss-20b-1:0"])
        #expect(catalog.profileCandidates(for: "openai.gpt-oss-20b-1:0", region: "us-east-1").isEmpty)
        #expect(
            catalog.profileCandidates(for: "anthropic.claude-opus-5-5", region: "eu-west-1").first
                == "eu.anthropic.claude-opus-5-5")
        #expect(catalog.entry(for: "anthropic.claude-opus-5-5")?.hasDocumentedRegions == false)
    }

    @Test func `a day before which the end will not come retires nothing`() {
        let entry = ModelCatalog.documented.entry(for: "ai21.jamba-1-5-large-v1:0")
        #expect(entry?.fact(\.endOfLifeNotBefore)?.value == CalendarDay("2026-11-26"))
        #expect(CalendarDay("2030-01-01").flatMap { entry?.lifecycle(on: $0) } == .active)
    }

    @Test func `a fact has its source, and an absent flag is unknown`() {
        let entry = ModelCatalog.documented.entry(for: "amazon.nova-micro-v1:0")
        #expect(entry?.flag(.vision)?.value == .no)
        #expect(entry?.flag(.vision)?.source.authority == .documented)
        #expect(entry?.flag(.promptCaching)?.source.authority == .unofficial)
        #expect(entry?.flag(.audio) == nil)
        #expect(entry?.fact(\.contextTokens)?.value == 128_000)
    }

    @Test func `the entries are sound`() {
        let models = ModelCatalog.documented.models
        #expect(models.count >= 140)
        #expect(Set(models.map(\.id)).count == models.count)
        let file = ModelCatalog.documented.file
        #expect(file.text == catalogData + "\n", "the data is not in the form that the program writes")
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
