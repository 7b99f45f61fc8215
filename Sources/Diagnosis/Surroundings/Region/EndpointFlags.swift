import Codes
import JSONText
import Report
import WireText

/// Judges the flags of the AWS SDKs that change the host or the clock's correction.
enum EndpointFlags {
    /// The regions whose FIPS hosts AWS's public endpoint data lists.
    private static let fipsRegions: Set<String> = [
        "us-east-1", "us-east-2", "us-west-2", "ca-central-1", "us-gov-east-1", "us-gov-west-1",
    ]

    private static let flags = [
        "AWS_USE_FIPS_ENDPOINT", "AWS_USE_DUALSTACK_ENDPOINT", EndpointResolution.ignoreFlag,
        "AWS_DISABLE_CLOCK_SKEW_CORRECTION",
    ]

    static func findings(
        _ facts: EnvironmentFacts, _ region: RegionResolution, _ endpoint: EndpointResolution
    ) -> [Finding] {
        var findings = flags.compactMap { malformed($0, facts) }
        if endpoint.override == nil { findings += variant(facts, region) }
        if EndpointResolution.flag("AWS_DISABLE_CLOCK_SKEW_CORRECTION", facts) == true {
            findings.append(skewCorrectionDisabled())
        }
        return findings
    }

    private static func malformed(_ name: String, _ facts: EnvironmentFacts) -> Finding? {
        guard let value = facts.variables[name], !value.isBlank, EndpointResolution.flag(name, facts) == nil else {
            return nil
        }
        return Finding(
            code: .configFlagMalformed, check: EndpointCheck.check, status: .warn,
            title: "\(name) is neither true nor false",
            detail: "Some AWS SDKs take anything else for false, others stop with an error.",
            evidence: [name: VariableView.plain(value)], where: .client, confidence: .certain,
            remedies: [Remedy("Say which", command: "export \(name)=true")])
    }

    private static func variant(_ facts: EnvironmentFacts, _ region: RegionResolution) -> [Finding] {
        let set = ["AWS_USE_FIPS_ENDPOINT", "AWS_USE_DUALSTACK_ENDPOINT"].filter {
            EndpointResolution.flag($0, facts) == true
        }
        guard !set.isEmpty else { return [] }
        let isUnlisted = set.contains("AWS_USE_FIPS_ENDPOINT") && !fipsRegions.contains(region.setting.value)
        let names = Enumeration.words(set)
        return [
            Finding(
                code: isUnlisted ? .configFIPSUnlisted : .configEndpointVariant, check: EndpointCheck.check,
                status: isUnlisted ? .warn : .pass,
                title: isUnlisted
                    ? "AWS lists no FIPS host of Bedrock's runtime in \(PrintableText.escaped(region.setting.value, limit: 60))"
                    : "\(names) \(set.count == 1 ? "chooses" : "choose") another host of the region",
                detail: isUnlisted
                    ? "AWS_USE_FIPS_ENDPOINT is true. The host may not resolve; FIPS hosts are listed in \(fipsRegions.sorted().joined(separator: ", "))."
                    : "The AWS SDKs and this tool follow it\(facts.speaksOfPRX ? "; PRX always calls the plain host" : "").",
                evidence: JSONObject(set.map { ($0, "true") }), where: .client,
                confidence: isUnlisted ? .possible : .certain,
                remedies: isUnlisted ? [Remedy("Use the plain host", command: "unset AWS_USE_FIPS_ENDPOINT")] : [])
        ]
    }

    private static func skewCorrectionDisabled() -> Finding {
        Finding(
            code: .configSkewCorrectionDisabled, check: EndpointCheck.check, status: .warn,
            title: "The correction of a wrong clock is switched off",
            detail:
                "AWS_DISABLE_CLOCK_SKEW_CORRECTION is true: a clock that is more than 5 minutes off is then fatal for every request.",
            evidence: ["AWS_DISABLE_CLOCK_SKEW_CORRECTION": "true"], where: .client, confidence: .certain,
            remedies: [Remedy("Switch it on again", command: "unset AWS_DISABLE_CLOCK_SKEW_CORRECTION")])
    }
}
