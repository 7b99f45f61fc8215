/// Which profiles are near to somebody: those whose data stay in his part of the world, then what spans all of it.
///
/// Source: <https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html>.
package enum ProfileNearness {
    /// The prefixes that can be called from a region, or from near it, the nearest first; all where no region is known.
    ///
    /// Those of a partition of its own come last, where nothing shows that it is meant.
    package static func ordered(_ prefixes: [String], from region: String?) -> [String] {
        let wanted = region.map(near) ?? usual
        let known = wanted.filter(prefixes.contains)
        return known + prefixes.filter { !known.contains($0) && region == nil && $0 != "us-gov" }
    }

    private static let usual = ["us", "eu", "apac", "jp", "au", "in", "ca", "amer", "sa", "me", "global"]

    /// By the first parts of a region's name.
    private static func near(_ region: String) -> [String] {
        if region.hasPrefix("us-gov") { return ["us-gov"] }
        if ["ap-northeast-1", "ap-northeast-3"].contains(region) { return ["jp", "apac", "global"] }
        if ["ap-southeast-2", "ap-southeast-4", "ap-southeast-6"].contains(region) { return ["au", "apac", "global"] }
        if region.hasPrefix("ap-south-") { return ["in", "apac", "global"] }
        switch region.prefix(while: { $0 != "-" }) {
        case "us": return ["us", "amer", "global"]
        case "ca": return ["ca", "us", "amer", "global"]
        case "mx": return ["amer", "us", "global"]
        case "sa": return ["sa", "amer", "global"]
        case "eu": return ["eu", "global"]
        case "me", "il": return ["me", "global"]
        case "ap": return ["apac", "global"]
        default: return ["global"]
        }
    }

    /// Where a profile of a prefix is called from, in words.
    package static func place(_ prefix: String) -> String? {
        switch prefix {
        case "us": "North America"
        case "eu": "Europe"
        case "apac": "Asia and the Pacific"
        case "jp": "Japan"
        case "au": "Australia"
        case "in": "India"
        case "ca": "Canada"
        case "sa": "South America"
        case "amer": "the Americas"
        case "me": "the Middle East"
        case "us-gov": "GovCloud"
        case "global": "anywhere"
        default: nil
        }
    }
}
