import JSONText

/// One of AWS's shared files as text: sections with their settings, as botocore's reader takes them.
///
/// <https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html>. It holds secrets, and is dropped once they are
/// read.
package struct SharedFile: Sendable {
    /// A heading with what stands below it; of a repeated setting the last counts.
    struct Section: Sendable {
        var heading: String
        var settings: [String: String] = [:]
    }

    private(set) var sections: [Section] = []

    package init(_ text: String) {
        var key: String?
        for line in text.split(whereSeparator: \.isNewline) {
            let isIndented = line.first == " " || line.first == "\t"
            let trimmed = String(line).trimmedWhitespace().trimmed(of: "\u{FEFF}")
            guard let first = trimmed.first, first != "#", first != ";" else { continue }
            // What is indented goes on with the setting above: nested settings, which are none of ours.
            if isIndented, key != nil { continue }
            if first == "[", let end = trimmed.firstIndex(of: "]") {
                let heading = trimmed[trimmed.index(after: trimmed.startIndex)..<end]
                sections.append(Section(heading: String(String(heading).trimmedWhitespace())))
                key = nil
            } else if let equals = trimmed.firstIndex(of: "="), !sections.isEmpty {
                let name = String(String(trimmed[..<equals]).trimmedWhitespace()).lowercased()
                key = name
                sections[sections.count - 1].settings[name] =
                    String(String(trimmed[trimmed.index(after: equals)...]).trimmedWhitespace())
            }
        }
    }

    /// The settings of a profile, sections of one name put together; `nil` when there is none.
    func settings(of profile: String, _ kind: ProfileFile.Kind) -> [String: String]? {
        let found = sections.filter { Self.name(of: $0.heading, kind) == profile }
        return found.isEmpty ? nil : found.reduce(into: [:]) { $0.merge($1.settings) { _, new in new } }
    }

    /// The names of the profiles, in order.
    package func names(_ kind: ProfileFile.Kind) -> [String] {
        var seen: Set<String> = []
        return sections.compactMap { Self.name(of: $0.heading, kind) }.filter { seen.insert($0).inserted }
    }

    /// The profile that a heading is of: `[NAME]` in the credentials file, `[profile NAME]` or `[default]` in the other.
    private static func name(of heading: String, _ kind: ProfileFile.Kind) -> String? {
        switch kind {
        case .credentials: return heading.isEmpty ? nil : heading
        case .config:
            if heading == "default" { return heading }
            guard heading.hasPrefix("profile"), let space = heading.firstIndex(where: \.isWhitespace) else {
                return nil
            }
            let name = ValueFlaw.cleaned(String(heading[space...]))
            return heading[..<space] == "profile" && !name.isEmpty ? name : nil
        }
    }
}

extension ProfileFile.Profile {
    /// How the AWS CLI would get the credentials of a profile, in the order in which botocore asks its providers.
    ///
    /// - Parameters:
    ///   - credentials: The profile's settings in the credentials file.
    ///   - config: Its settings in the configuration file.
    static func source(credentials: [String: String], config: [String: String]) -> Source {
        let all = config.merging(credentials) { _, new in new }
        let has = { (name: String) in all[name]?.isEmpty == false }
        if has("role_arn"), has("source_profile") || has("credential_source") { return .role }
        if has("role_arn"), has("web_identity_token_file") { return .role }
        if has("sso_session") || has("sso_start_url") { return .sso }
        if credentials["aws_access_key_id"]?.isEmpty == false { return .keys }
        if has("login_session") { return .login }
        if has("credential_process") { return .process }
        if has("aws_access_key_id") { return .keys }
        return has("role_arn") ? .role : .none
    }
}

extension SharedFile {
    /// The profiles of the file with no value of a key.
    package func profiles(_ kind: ProfileFile.Kind) -> [ProfileFile.Profile] {
        names(kind).compactMap { name in
            settings(of: name, kind).map { settings in
                ProfileFile.Profile(
                    name: name,
                    source: kind == .credentials
                        ? ProfileFile.Profile.source(credentials: settings, config: [:])
                        : ProfileFile.Profile.source(credentials: [:], config: settings),
                    region: settings["region"].flatMap { $0.isEmpty ? nil : $0 })
            }
        }
    }
}
