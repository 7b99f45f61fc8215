import Catalog
import Codes
import ConverseAPI
import JSONText
import Report

/// Judges a region's name.
///
/// Whether a well-formed unknown one exists is for DNS to say.
enum RegionName {
    /// Whether no host can be made of the name: then the finding about it is the failure.
    static func isRefuted(_ region: RegionResolution) -> Bool {
        findings(region).contains { $0.status == .fail }
    }

    static func findings(_ region: RegionResolution) -> [Finding] {
        let written = region.written
        let name = region.setting.value
        if let flaw = ValueFlaw(of: written) { return [unclean(region, flaw)] }
        if name != name.lowercased(), RegionCatalog.isKnown(name.lowercased()) { return [upperCase(region)] }
        if let known = RegionCatalog.region(named: name) {
            if Partition.containing(region: known.name) == .china { return [noBedrockInPartition(region)] }
            return known.hasBedrockRuntime ? [] : [noBedrock(region, known)]
        }
        if let home = RegionCatalog.region(ofAvailabilityZone: name) { return [zone(region, home)] }
        if isGlobal(name) { return [global(region)] }
        if RegionCatalog.isWellFormed(name) {
            // A new number in a known row is the way AWS names new regions; a new word is more likely a slip.
            let isKnownRow = RegionCatalog.all.contains { row(of: $0.name) == row(of: name) }
            if Partition.containing(region: name) == .china { return [noBedrockInPartition(region)] }
            if !isKnownRow, let nearest = RegionCatalog.nearest(to: name) { return [misspelt(region, nearest)] }
            return [unknown(region)]
        }
        if let nearest = RegionCatalog.nearest(to: name) { return [misspelt(region, nearest)] }
        return [malformed(region)]
    }

    private static func row(of name: String) -> Substring {
        name.lastIndex(of: "-").map { name[..<$0] } ?? name[...]
    }

    private static func isGlobal(_ name: String) -> Bool {
        ["global", "aws-global", "us", "eu", "apac", "jp", "au", "worldwide"].contains(name.lowercased())
    }

    private static func finding(
        _ code: FindingCode, _ status: Status, _ confidence: Confidence, _ region: RegionResolution, _ title: String,
        _ detail: String, meant: String? = nil
    ) -> Finding {
        var evidence: JSONObject = [
            "region": VariableView.plain(region.written), "origin": VariableView.plain(region.setting.origin),
        ]
        if let meant { evidence["nearest"] = .string(meant) }
        return Finding(
            code: code, check: RegionCheck.check, status: status, title: title, detail: detail, evidence: evidence,
            where: .client, confidence: confidence, remedies: [remedy(region, meant)])
    }

    private static func remedy(_ region: RegionResolution, _ meant: String?) -> Remedy {
        let example = meant ?? RegionResolution.fallback
        guard case .variable(let name) = region.source else {
            guard let meant else { return Remedy("Give the region by its name, such as \(example)") }
            return .advice(
                "Name the region \(meant)", .doctor(.again(.region(meant, insteadOf: region.written))))
        }
        return Remedy(
            meant == nil ? "Set the region that is meant, for example" : "Set the region",
            command: "export \(name)=\(example)")
    }

    private static func shown(_ region: RegionResolution) -> String {
        PrintableText.escaped(region.written, limit: 60)
    }

    private static func unclean(_ region: RegionResolution, _ flaw: ValueFlaw) -> Finding {
        let what =
            switch flaw {
            case .control(let name, let position): "a control character (\(name), character \(position))"
            case .quotes: "quotes around it"
            case .whiteSpace: "white space"
            case .nonASCII(let name, let position): "\(name) at character \(position)"
            }
        let cleaned = region.setting.value
        let meant = RegionCatalog.isKnown(cleaned) ? cleaned : RegionCatalog.nearest(to: cleaned)
        return finding(
            .regionUnclean, .fail, .certain, region, "The region has \(what)",
            "It becomes part of the host name and of the signature's scope as it is, and neither works then.",
            meant: meant)
    }

    private static func upperCase(_ region: RegionResolution) -> Finding {
        let lower = region.setting.value.lowercased()
        return finding(
            .regionUpperCase, .fail, .certain, region, "The region \(shown(region)) must be in lower case",
            "Host names ignore case, but the signature's scope does not: AWS answers that the credential should be scoped to a valid region.",
            meant: lower)
    }

    private static func zone(_ region: RegionResolution, _ home: String) -> Finding {
        finding(
            .regionAvailabilityZone, .fail, .certain, region,
            "\(shown(region)) is a zone, not a region",
            "A zone is a part of a region. Bedrock is called in the region, \(home).", meant: home)
    }

    private static func global(_ region: RegionResolution) -> Finding {
        finding(
            .regionGlobal, .fail, .certain, region, "\(shown(region)) is not a region",
            "`global`, `us`, `eu` and the like are prefixes of inference profiles (global.anthropic...). A call still goes to one region, which then spreads it.",
            meant: homes[region.setting.value.lowercased()])
    }

    /// A region that each profile prefix spreads calls from.
    private static let homes = [
        "us": "us-east-1", "eu": "eu-central-1", "apac": "ap-southeast-1", "jp": "ap-northeast-1",
        "au": "ap-southeast-2",
    ]

    private static func misspelt(_ region: RegionResolution, _ nearest: String) -> Finding {
        finding(
            .regionMisspelt, .fail, .likely, region, "There is no region \(shown(region)); did you mean \(nearest)?",
            "The host name is built from it, and DNS does not know such a host.", meant: nearest)
    }

    private static func malformed(_ region: RegionResolution) -> Finding {
        finding(
            .regionMalformed, .fail, .certain, region, "\(shown(region)) is not a region's name",
            "A region's name has the form us-east-1: area, place, number.", meant: nil)
    }

    private static func unknown(_ region: RegionResolution) -> Finding {
        finding(
            .regionUnknown, .warn, .possible, region, "The region \(shown(region)) is not in the catalog",
            "It has the form of a region, and AWS opens new ones. If its host name does not resolve, it does not exist or has no Bedrock.",
            meant: RegionCatalog.all.first { row(of: $0.name) == row(of: region.setting.value) }?.name)
    }

    private static func noBedrock(_ region: RegionResolution, _ known: Region) -> Finding {
        finding(
            .regionWithoutBedrock, .warn, .likely, region, "No public data names Bedrock in \(known.name)",
            "\(known.place) is a region of AWS, but AWS's data lists no Bedrock runtime there. The data may be behind; DNS decides.",
            meant: nil)
    }

    private static func noBedrockInPartition(_ region: RegionResolution) -> Finding {
        finding(
            .regionPartitionWithoutBedrock, .fail, .certain, region, "The China partition has no Bedrock",
            "\(shown(region)) belongs to aws-cn, which has its own keys and hosts, and no Bedrock.",
            meant: nil)
    }
}
