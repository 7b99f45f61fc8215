/// The region to sign for, and where it comes from.
public struct ResolvedRegion: Sendable, Hashable, CustomStringConvertible {
    /// Where a region comes from.
    public enum Origin: Sendable, Hashable, CustomStringConvertible {
        /// The caller said so.
        case argument
        /// This variable.
        case variable(String)
        /// Nothing was set.
        case fallback

        /// The origin in words.
        public var description: String {
            switch self {
            case .argument: "given by the caller"
            case .variable(let name): "from \(name)"
            case .fallback: "the default, for neither AWS_REGION nor AWS_DEFAULT_REGION is set"
            }
        }
    }

    /// The name, as it was found.
    public let name: String
    /// Where it comes from.
    public let origin: Origin

    /// The region when nothing is set.
    public static let fallbackName = "us-east-1"

    /// Takes a region from wherever it was found.
    public init(name: String, origin: Origin) {
        self.name = name
        self.origin = origin
    }

    /// Resolves the region as PRX documents it: `AWS_REGION`, then `AWS_DEFAULT_REGION`, then `us-east-1`.
    ///
    /// A variable that is blank is not set. Nothing is trimmed: a value with a space at its end is a wrong value, and is
    /// kept to be shown.
    public init(environment: [String: String]) {
        for variable in ["AWS_REGION", "AWS_DEFAULT_REGION"] {
            if let name = EnvironmentText.value(variable, in: environment) {
                self.init(name: name, origin: .variable(variable))
                return
            }
        }
        self.init(name: Self.fallbackName, origin: .fallback)
    }

    /// The name and its origin.
    public var description: String { "\(name) (\(origin))" }
}
