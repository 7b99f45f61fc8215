import Catalog
import Codes
import ConverseAPI
import JSONText
import Report
import WireText

/// Judges where the region comes from; ``RegionName`` judges the name itself.
enum RegionCheck {
    static let check = Check.region

    static func run(_ region: RegionResolution, _ facts: EnvironmentFacts) -> [Finding] {
        var findings = RegionName.findings(region)
        if region.source == .fallback { findings.append(defaultUsed(facts)) }
        findings += blank(facts)
        findings += disagreement(region, facts)
        findings += ignoredByPRX(region, facts)
        findings += nameVariable(region, facts)
        if findings.isEmpty { findings.append(found(region, facts)) }
        return findings
    }

    private static func defaultUsed(_ facts: EnvironmentFacts) -> Finding {
        let profiles = facts.profileFiles.flatMap(\.profiles)
        let configured =
            profiles.first { $0.name == "default" && $0.region != nil } ?? profiles.first { $0.region != nil }
        // LiteLLM's variable says more about what is meant than a profile does.
        let elsewhere = facts.variables["AWS_REGION_NAME"].flatMap(meant)
        let region = elsewhere ?? configured?.region ?? RegionResolution.fallback
        let remark =
            configured.map {
                " Profile \(PrintableText.escaped($0.name, limit: 60)) has region \(PrintableText.escaped($0.region ?? "", limit: 60)), which is not read without --profile."
            } ?? ""
        return Finding(
            code: .regionDefaultUsed, check: check, status: .warn,
            title: "No region is set; us-east-1 is used",
            detail:
                "Neither AWS_REGION nor AWS_DEFAULT_REGION is set. Model access and data residency go by region, so the default should be a choice.\(remark)",
            evidence: ["region": .string(RegionResolution.fallback), "origin": "default"],
            where: .client, confidence: .certain,
            remedies: [Remedy("Set the region that you mean", command: VariableView.export("AWS_REGION", region))])
    }

    private static func blank(_ facts: EnvironmentFacts) -> [Finding] {
        let names = RegionResolution.variables.filter { facts.variables[$0]?.isBlank == true }
        if names.isEmpty { return [] }
        return [
            Finding(
                code: .regionBlank, check: check, status: .warn,
                title: "\(Enumeration.words(names)) \(names.count == 1 ? "is" : "are") set, but blank",
                detail:
                    "A blank value is ignored here. Some SDKs take it as it is and build a host name with an empty label.",
                evidence: JSONObject(names.map { ($0, "blank") }), where: .client, confidence: .certain,
                remedies: [Remedy("Unset it, or set it", command: VariableView.unset(names))])
        ]
    }

    private static func disagreement(_ region: RegionResolution, _ facts: EnvironmentFacts) -> [Finding] {
        guard let first = facts.variables["AWS_REGION"], let second = facts.variables["AWS_DEFAULT_REGION"],
            !first.isBlank, !second.isBlank, ValueFlaw.cleaned(first) != ValueFlaw.cleaned(second)
        else { return [] }
        // A name that is wrong has its own finding; what counts here is what it was meant to be.
        let wanted = meant(first) ?? meant(second)
        if wanted != nil, meant(first) == meant(second) { return [] }
        let isFirstWrong = !RegionCatalog.isKnown(ValueFlaw.cleaned(first))
        let used = PrintableText.escaped(region.setting.value, limit: 60)
        return [
            Finding(
                code: .regionDisagree, check: check, status: .warn,
                title: "AWS_REGION and AWS_DEFAULT_REGION name different regions",
                detail:
                    "The AWS CLI 2 and most AWS SDKs take AWS_REGION; boto3 and the AWS CLI 1 take AWS_DEFAULT_REGION. This run uses \(used), from \(PrintableText.escaped(region.setting.origin)).",
                evidence: [
                    "AWS_REGION": VariableView.plain(first), "AWS_DEFAULT_REGION": VariableView.plain(second),
                    "used": .string(used),
                ],
                where: .client, confidence: .certain,
                remedies: [
                    Remedy(
                        "Make them agree",
                        command: wanted.map {
                            "export " + (isFirstWrong ? "AWS_REGION=\($0) " : "") + "AWS_DEFAULT_REGION=\($0)"
                        } ?? VariableView.export("AWS_DEFAULT_REGION", ValueFlaw.cleaned(first)))
                ])
        ]
    }

    /// The known region that a value names or was meant to name.
    private static func meant(_ value: String) -> String? {
        let name = ValueFlaw.cleaned(value)
        guard name.utf8.count <= 64 else { return nil }
        if RegionCatalog.isKnown(name) { return name }
        return RegionCatalog.region(ofAvailabilityZone: name) ?? RegionCatalog.nearest(to: name)
    }

    private static func nameVariable(_ region: RegionResolution, _ facts: EnvironmentFacts) -> [Finding] {
        guard let value = facts.variables["AWS_REGION_NAME"], !value.isBlank,
            ValueFlaw.cleaned(value) != region.setting.value
        else { return [] }
        return [
            Finding(
                code: .regionNameVariableIgnored, check: check, status: .warn,
                detail: "The AWS SDKs and this tool do not, so they call another region than LiteLLM.",
                evidence: [
                    "AWS_REGION_NAME": VariableView.plain(value), "used": VariableView.plain(region.setting.value),
                ],
                where: .client, confidence: .certain,
                remedies: [
                    Remedy(
                        "If this is the region that is meant, use the name that is read",
                        command: VariableView.export("AWS_REGION", ValueFlaw.cleaned(value)))
                ])
        ]
    }

    /// With keys of its file PRX reads no variable for the region.
    private static func ignoredByPRX(_ region: RegionResolution, _ facts: EnvironmentFacts) -> [Finding] {
        guard region.source == .profile, facts.overrides.speaksOfPRX,
            let name = RegionResolution.variables.first(where: { facts.variables[$0]?.isBlank == false }),
            let value = facts.variables[name], ValueFlaw.cleaned(value) != region.setting.value
        else { return [] }
        return [
            Finding(
                code: .regionPRXIgnoresEnvironment, check: check, status: .warn,
                title: "PRX does not read \(name) when its keys come from ~/.aws/credentials",
                detail:
                    "It calls \(PrintableText.escaped(region.setting.value, limit: 60)), from \(PrintableText.escaped(region.setting.origin)).",
                evidence: [name: VariableView.plain(value), "used": VariableView.plain(region.setting.value)],
                where: .client, confidence: .certain,
                remedies: [
                    Remedy(
                        "If the variable is meant, write the region into [default] of ~/.aws/config",
                        command: ShellWord.quoted(ValueFlaw.cleaned(value)).map {
                            "aws configure set region \($0) --profile default"
                        })
                ])
        ]
    }

    private static func found(_ region: RegionResolution, _ facts: EnvironmentFacts) -> Finding {
        let name = region.setting.value
        let origin = PrintableText.escaped(region.setting.origin)
        var remarks: [String] = []
        if let known = RegionCatalog.region(named: name) {
            remarks.append("\(known.place) (\(Partition.containing(region: name).id)).")
            if known.optIn == .needed {
                remarks.append("An account has to enable this region before it can be called.")
            }
            if Partition.containing(region: name) == .govCloud {
                remarks.append("GovCloud has its own accounts, keys and model access.")
            }
        }
        if region.source == .variable("AWS_REGION"), facts.variables["AWS_DEFAULT_REGION"] == nil {
            remarks.append("boto3 and the AWS CLI 1 do not read AWS_REGION; they take AWS_DEFAULT_REGION.")
        }
        return Finding(
            code: .regionFound, check: check, status: .pass,
            title: "The region is \(PrintableText.escaped(name)), from \(origin)",
            detail: remarks.joined(separator: " "),
            evidence: ["region": VariableView.plain(name), "origin": .string(origin)],
            where: .client, confidence: .certain)
    }
}
