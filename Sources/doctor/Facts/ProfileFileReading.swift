import Diagnosis

/// Reads AWS's shared files only as far as the diagnosis needs: profile names and how each gets its credentials.
///
/// No value of a key ever leaves this file except `region`.
enum ProfileFileReading {
    /// The credentials file and the configuration file, wherever the environment says they are.
    static func files(_ environment: [String: String]) -> [ProfileFile] {
        let home = environment["HOME"] ?? ""
        let credentials = environment["AWS_SHARED_CREDENTIALS_FILE"] ?? home + "/.aws/credentials"
        let config = environment["AWS_CONFIG_FILE"] ?? home + "/.aws/config"
        return [
            ProfileFile(path: credentials, kind: .credentials, state: state(credentials, .credentials)),
            ProfileFile(path: config, kind: .config, state: state(config, .config)),
        ]
    }

    /// Some thousand profiles fit in.
    private static let sizeLimit = 8 << 20

    private static func state(_ path: String, _ kind: ProfileFile.Kind) -> ProfileFile.State {
        guard FileSystem.exists(path) else { return .absent }
        do {
            let text = String(decoding: try FileSystem.read(path, upTo: sizeLimit), as: UTF8.self)
            return .readable(profiles(text, kind))
        } catch {
            return .unreadable(reason: error.reason)
        }
    }

    /// The sections of the file that are profiles.
    ///
    /// In the configuration file they are `[default]` and `[profile NAME]`.
    static func profiles(_ text: String, _ kind: ProfileFile.Kind) -> [ProfileFile.Profile] {
        var profiles: [ProfileFile.Profile] = []
        var current: ProfileFile.Profile?
        for line in text.split(whereSeparator: \.isNewline) {
            let trimmed = line.drop(while: \.isWhitespace)
            if trimmed.first == "[", let end = trimmed.firstIndex(of: "]") {
                if let current { profiles.append(current) }
                current = name(String(trimmed[trimmed.index(after: trimmed.startIndex)..<end]), kind)
                    .map { ProfileFile.Profile(name: $0, source: .none) }
            } else if let equals = trimmed.firstIndex(of: "="), !"#;".contains(trimmed.first ?? "#") {
                let key = trimmed[..<equals].trimmed().lowercased()
                let value = trimmed[trimmed.index(after: equals)...].trimmed()
                current?.take(key, value)
            }
        }
        if let current { profiles.append(current) }
        return profiles
    }

    private static func name(_ section: String, _ kind: ProfileFile.Kind) -> String? {
        let words = section.split(whereSeparator: \.isWhitespace).map(String.init)
        switch kind {
        case .credentials: return words.first
        case .config:
            if words == ["default"] { return "default" }
            return words.count == 2 && words[0] == "profile" ? words[1] : nil
        }
    }
}

extension ProfileFile.Profile {
    fileprivate mutating func take(_ key: String, _ value: String) {
        switch key {
        case "region": region = value
        case "aws_access_key_id": source = .keys
        case "sso_session", "sso_start_url": if source == .none { source = .sso }
        case "role_arn": if source == .none { source = .role }
        case "credential_process": if source == .none { source = .process }
        default: break
        }
    }
}

extension Substring {
    fileprivate func trimmed() -> String {
        var rest = self
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
