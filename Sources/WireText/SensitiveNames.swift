/// The names of headers, query parameters and members whose values are secrets, and what is shown in their place.
package enum SensitiveNames {
    /// What stands in place of a secret.
    package static let mask = "<redacted>"

    /// Members of JSON that hold secrets, in lower case and without `-` and `_`.
    package static let members = [
        "secretaccesskey", "awssecretaccesskey", "sessiontoken", "awssessiontoken", "xamzsecuritytoken",
        "awsbearertokenbedrock", "xapikey",
    ]

    /// With which letters they begin.
    private static let firstLetters: [UInt8] = members.compactMap(\.utf8.first)

    /// Whether the value of a header of this name is masked, in whatever case the name is.
    package static func isHeader(_ name: String) -> Bool { SecretName.says(name) }

    /// Whether the value of a query parameter of this name is masked, in whatever case the decoded name is.
    package static func isParameter(_ name: String) -> Bool { SecretName.says(name) }

    /// Whether the value of a member of this name is masked, with or without its separators.
    package static func isMember(_ name: String) -> Bool {
        // Every one of the names is this long; most names are not.
        guard name.utf8.count >= 7, name.utf8.count <= 28,
            let first = name.utf8.first(where: { $0 != 0x2D && $0 != 0x5F }),
            Self.firstLetters.contains(first.asciiLowercased)
        else { return false }
        var bare: [UInt8] = []
        for byte in name.utf8 where byte != UInt8(ascii: "-") && byte != UInt8(ascii: "_") {
            bare.append(byte.asciiLowercased)
        }
        return members.contains { $0.utf8.elementsEqual(bare) }
    }

    /// The parameters of a query with the values of the secret ones masked; everything else is as sent.
    ///
    /// - Parameter shows: Whether the decoded value of a parameter is not a secret in spite of its name.
    package static func masked(
        query: ArraySlice<UInt8>, showing shows: (_ name: String, _ value: [UInt8]) -> Bool = { _, _ in false }
    ) -> String {
        query.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false).map { pair in
            let whole = String(decoding: pair, as: UTF8.self)
            guard let equals = pair.firstIndex(of: UInt8(ascii: "=")) else { return whole }
            let (encodedName, encodedValue) = (pair[..<equals], pair[(equals + 1)...])
            let name = PercentCoding.decodedText(encodedName.span)
            let value = PercentCoding.decode(encodedValue.span)
            let isSecret = isParameter(name) || SecretsInText.holds(String(decoding: value, as: UTF8.self))
            guard isSecret, !shows(name, value) else { return whole }
            return String(decoding: pair[...equals], as: UTF8.self) + mask
        }.joined(separator: "&")
    }

    /// A request target with the values of secret parameters masked.
    package static func masked(
        target: [UInt8], showing shows: (_ name: String, _ value: [UInt8]) -> Bool = { _, _ in false }
    ) -> String {
        guard let mark = target.firstIndex(of: UInt8(ascii: "?")) else {
            return String(decoding: target, as: UTF8.self)
        }
        return String(decoding: target[...mark], as: UTF8.self) + masked(query: target[(mark + 1)...], showing: shows)
    }
}
