import Catalog
import Codes
import SigV4

/// What signers do wrong with the scope: in the string to sign, in the key, or in both, while the credential claims another.
enum ScopeMistakes {
    static func all(_ model: SignerModel, _ facts: RequestFacts, service: String) -> [Mistake] {
        regions(model, facts) + services(model, facts, service) + dates(model, facts) + terminators(model)
    }

    /// A part of the scope taken from elsewhere: in the key only, in the string to sign only, in both.
    private static func everywhere(
        _ cause: FindingCode, _ part: Int, _ name: String, _ value: [UInt8], _ knobs: Knobs, _ reach: Mistake.Reach,
        isLikely: Bool = true, at place: FaultPlace = .client
    ) -> [Mistake] {
        let shown = value.isEmpty ? "an empty \(name)" : "the \(name) '\(VisibleBytes.text(value.prefix(40)))'"
        let key: @Sendable (inout SignerModel) -> Void = { model in
            switch part {
            case 0: model.key.date = value
            case 1: model.key.region = value
            case 2: model.key.service = value
            default: model.key.terminator = value
            }
        }
        // A scope is most often written once: credential and string to sign seldom have two.
        let seldom = isLikely ? reach : min(reach, .alone)
        return [
            Mistake(cause, at: place, "a key for \(shown), while the scope names another", knobs, .key, reach, key),
            Mistake(
                cause, at: place, "\(shown) in key and string to sign, while the credential names another", knobs,
                [.key, .text], seldom
            ) {
                key(&$0)
                $0.text.scope[part] = value
            },
            Mistake(
                cause, at: place, "\(shown) in the string to sign, while credential and key have another", knobs, .text,
                seldom
            ) { $0.text.scope[part] = value },
        ]
    }

    private static func regions(_ model: SignerModel, _ facts: RequestFacts) -> [Mistake] {
        let claimed = model.text.scope[1]
        let likely = facts.likelyRegions + ["us-east-1", "us-west-2"]
        let names = likely + AWSRegions.all + AWSRegions.mistaken + written(facts.likelyRegions, facts.host)
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted && !claimed.elementsEqual($0.utf8) }
            .flatMap {
                everywhere(
                    .scopeRegion, 1, "region", Array($0.utf8), .scopeRegion, likely.contains($0) ? .triples : .pairs,
                    isLikely: likely.contains($0))
            }
    }

    /// A zone of the right region (aws/aws-sdk-ruby#729 and #960), and what is cut out of a host in the wrong place
    /// (aws/aws-sdk-ruby#1052).
    private static func written(_ regions: [String], _ host: String) -> [String] {
        let name = HostValues.split(host).name
        let labels = name.split(separator: ".").map(String.init)
        let zones = regions.filter { RegionCatalog.isWellFormed($0) }.flatMap { region in
            ["a", "b", "c"].map { region + $0 }
        }
        return zones + labels + [name, host, labels.prefix(2).joined(separator: ".")]
            + [labels.dropFirst().joined(separator: "."), labels.dropLast().joined(separator: ".")]
    }

    private static func services(_ model: SignerModel, _ facts: RequestFacts, _ service: String) -> [Mistake] {
        let name = HostValues.split(facts.host).name
        // The right name in other letters: as a title, in capitals.
        let spelled = [service, service.uppercased(), service.prefix(1).uppercased() + service.dropFirst()]
        let usual = spelled + mistakenServices + facts.likelyRegions.map { "bedrock-runtime.\($0)" }
        let seldom =
            [name, facts.host]
            + facts.likelyRegions.flatMap { ["bedrock.\($0)", "bedrock-runtime.\($0).amazonaws.com"] }
            + name.split(separator: ".").map(String.init)
        var seen: Set<String> = []
        return (usual + seldom).enumerated()
            .filter { seen.insert($1).inserted && !model.text.scope[2].elementsEqual($1.utf8) }
            .flatMap { index, name in
                let isLikely = ["bedrock", "bedrock-runtime", "s3", "execute-api"].contains(name)
                return everywhere(
                    .scopeService, 2, "service", Array(name.utf8), .scopeService,
                    isLikely ? .triples : index < usual.count ? .pairs : .alone, isLikely: isLikely)
            }
    }

    /// Names that signers take for the signing name.
    ///
    /// Bedrock's endpoints and the other services of its family: maximhq/bifrost#2533, n8n-io/n8n#14623 and #31250,
    /// BerriAI/litellm#31476; the defaults of signers that were written for another service (aws/aws-sdk-go#2244); what is
    /// cut out of a host.
    private static let mistakenServices = [
        "bedrock", "bedrock-runtime", "bedrock-agent", "bedrock-agent-runtime", "bedrock-agentcore", "bedrock-mantle",
        "bedrock-data-automation", "execute-api", "s3", "sts", "iam", "es", "aoss", "sagemaker", "lambda", "dynamodb",
        "ec2", "runtime", "", "aws", "amazonaws", "amazonbedrock", "AmazonBedrock", "bedrock-runtime-fips",
    ]

    private static func dates(_ model: SignerModel, _ facts: RequestFacts) -> [Mistake] {
        guard let time = facts.signedAt else { return [] }
        var mistakes: [Mistake] = []
        var seen: Set<[UInt8]> = [model.text.scope[0]]
        func add(_ value: [UInt8], _ reach: Mistake.Reach) {
            guard seen.insert(value).inserted else { return }
            mistakes += everywhere(.scopeDate, 0, "date", value, .scopeDate, reach, isLikely: reach == .triples)
        }
        for days in [Int64(0), -1, 1, -2, 2, -3, 3, -7, 7] {
            add(Array(time.advanced(bySeconds: days * 86_400).dateStamp.utf8), abs(days) <= 1 ? .triples : .pairs)
        }
        for other in facts.timesNearby { add(Array(other.dateStamp.utf8), .triples) }
        add(Array(time.amzDate.utf8), .pairs)
        for form in TimeForms.all(time) { add(form, .alone) }
        let stamp = Array(time.dateStamp)
        let (year, month, day) = (String(stamp[0..<4]), String(stamp[4..<6]), String(stamp[6..<8]))
        for text in [
            "\(year)-\(month)-\(day)", "\(day)\(month)\(year)", "\(month)\(day)\(year)",
            "\(year.suffix(2))\(month)\(day)", "\(year)\(month)", "\(month)/\(day)/\(year)", "\(year)\(day)\(month)",
            "\(year)/\(month)/\(day)", "\(year)",
        ] {
            add(Array(text.utf8), .pairs)
        }
        return mistakes + daysLongAgo(time)
    }

    /// A key that was kept for longer: any day of the last two months, alone.
    private static func daysLongAgo(_ time: SigningTime) -> [Mistake] {
        (4...60).map { days in
            let value = Array(time.advanced(bySeconds: Int64(-days) * 86_400).dateStamp.utf8)
            return Mistake(
                .scopeDate, at: .client, "a key of \(days) days ago, while the scope names today", .scopeDate, .key,
                .alone
            ) { $0.key.date = value }
        }
    }

    private static func terminators(_ model: SignerModel) -> [Mistake] {
        ["aws4_request", "aws4-request", "aws4request", "AWS4_REQUEST", "aws4", "aws_request", ""]
            .filter { !model.key.terminator.elementsEqual($0.utf8) }
            .flatMap {
                everywhere(.scopeService, 3, "terminator", Array($0.utf8), .scopeTerminator, .pairs)
            }
    }
}
