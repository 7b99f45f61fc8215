/// The first part of an inference profile's id: it says over which regions the profile may spread a call.
package enum ModelPrefix {
    /// Every prefix that Bedrock's model cards name.
    package static let all: Set<String> = [
        "us", "eu", "apac", "jp", "au", "global", "us-gov", "ca", "sa", "me", "amer",
    ]

    /// The id without its geographic or global prefix, and the prefix.
    package static func split(_ id: some StringProtocol) -> (prefix: String?, bare: String) {
        guard let dot = id.firstIndex(of: "."), all.contains(String(id[..<dot])) else { return (nil, String(id)) }
        let rest = id[id.index(after: dot)...]
        return rest.contains(".") ? (String(id[..<dot]), String(rest)) : (nil, String(id))
    }
}
