import WireText

/// The first part of an inference profile's id: it says over which regions the profile may spread a call.
package enum ModelPrefix {
    /// Every prefix that Bedrock's model cards name.
    package static let all: Set<String> = [
        "us", "eu", "apac", "jp", "au", "global", "us-gov", "ca", "sa", "me", "amer", "in",
    ]

    /// The id without its geographic or global prefix, and the prefix.
    ///
    /// A prefix that nobody has named yet is known by what follows it: the name of a provider.
    package static func split(_ id: some StringProtocol) -> (prefix: String?, bare: String) {
        guard let dot = id.firstIndex(of: ".") else { return (nil, String(id)) }
        let first = String(id[..<dot])
        let rest = id[id.index(after: dot)...]
        guard let next = rest.firstIndex(of: ".") else { return (nil, String(id)) }
        let isNew =
            isWellFormed(first) && !ModelName.providers.contains(first)
            && ModelName.providers.contains(String(rest[..<next]))
        return all.contains(first) || isNew ? (first, String(rest)) : (nil, String(id))
    }

    /// Whether a text can be a prefix: few small letters, perhaps in two words.
    package static func isWellFormed(_ text: some StringProtocol) -> Bool {
        let words = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return words.count <= 2
            && words.allSatisfy { word in
                2...6 ~= word.count && word.allSatisfy(\.isLowercaseLetter)
            }
    }
}
