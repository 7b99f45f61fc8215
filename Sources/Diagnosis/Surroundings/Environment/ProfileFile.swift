/// One of AWS's shared files, as far as it matters here.
///
/// It holds no secret.
package struct ProfileFile: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable {
        case credentials
        case config
    }

    package enum State: Sendable, Hashable {
        case absent

        /// There, but it could not be read.
        case unreadable(reason: String)
        case readable([Profile])
    }

    package struct Profile: Sendable, Hashable {
        /// How a profile gets its credentials.
        package enum Source: String, Sendable, Hashable {
            case keys
            case sso
            case role
            case process
            /// `aws login`, which goes through the console's sign-in.
            case login
            case none
        }

        package var name: String
        package var source: Source

        /// The profile's `region`.
        package var region: String?

        package init(name: String, source: Source, region: String? = nil) {
            self.name = name
            self.source = source
            self.region = region
        }
    }

    package var path: String
    package var kind: Kind
    package var state: State

    package init(path: String, kind: Kind, state: State) {
        self.path = path
        self.kind = kind
        self.state = state
    }

    /// The profiles; none when the file is absent or unreadable.
    package var profiles: [Profile] {
        if case .readable(let profiles) = state { profiles } else { [] }
    }
}
