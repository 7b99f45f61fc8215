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

    /// What spans more than the part of the world that a region's name begins with, or is near to it.
    private static let wider = [
        "us": ["amer"], "ca": ["amer"], "mx": ["amer", "us"], "sa": ["amer"], "il": ["me"], "ap": ["apac"],
    ]

    /// Those that reach a region by the catalog, the narrowest first; then what is near by its name.
    private static func near(_ region: String) -> [String] {
        let reaching = ModelCatalog.documented.prefixes(reaching: region)
        // A partition of its own has nothing beside it.
        if reaching == ["us-gov"] { return reaching }
        let part = String(region.prefix { $0 != "-" })
        let all = [part] + reaching.filter { $0 != "global" } + wider[part, default: []] + ["global"]
        return all.reduce(into: []) { list, name in if !list.contains(name) { list.append(name) } }
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
