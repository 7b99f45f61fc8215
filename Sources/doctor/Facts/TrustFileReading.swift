import Diagnosis

/// Looks at the files of trusted certificates that variables name.
enum TrustFileReading {
    static func files(_ environment: [String: String]) -> [TrustFile] {
        TrustFile.variables.compactMap { variable in
            guard let path = environment[variable], !path.isEmpty else { return nil }
            return TrustFile(variable: variable, path: path, state: state(path))
        }
    }

    private static func state(_ path: String) -> TrustFile.State {
        guard FileSystem.exists(path) else { return .missing }
        do {
            let text = String(decoding: try FileSystem.read(path, upTo: TrustFile.sizeLimit), as: UTF8.self)
            let count = text.split(separator: "-----BEGIN CERTIFICATE-----", omittingEmptySubsequences: false).count - 1
            return count > 0 ? .certificates(count: count) : .notPEM
        } catch {
            return .unreadable(reason: error.reason)
        }
    }
}
