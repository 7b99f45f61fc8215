/// Where a conversation gets its cache points, by PRX's documented rules.
///
/// A cache point costs nothing to set but is refused by models that do not cache, and a prefix that is too short is
/// not cached; hence the thresholds.
public struct CachePlacement: Sendable, Hashable {
    /// Whether cache points are set at all.
    public enum Mode: Sendable, Hashable {
        /// By the thresholds.
        case byThresholds
        /// Nowhere.
        case off
    }

    /// Whether cache points are set at all.
    public var mode: Mode
    /// A system prompt of more bytes of UTF-8 than this is followed by a cache point.
    public var systemBytes: Int
    /// In a conversation of more non-system messages than this, the last message ends with a cache point.
    public var messageCount: Int

    /// PRX's thresholds: 3072 bytes of system prompt, 4 messages.
    public static let prx = CachePlacement(mode: .byThresholds, systemBytes: 3072, messageCount: 4)

    /// No cache points, for models that refuse them.
    public static let off = CachePlacement(mode: .off, systemBytes: .max, messageCount: .max)

    /// Makes a placement with thresholds of its own.
    public init(mode: Mode = .byThresholds, systemBytes: Int, messageCount: Int) {
        self.mode = mode
        self.systemBytes = systemBytes
        self.messageCount = messageCount
    }

    func caches(systemPromptOf bytes: Int) -> Bool { mode == .byThresholds && bytes > systemBytes }

    func caches(conversationOf messages: Int) -> Bool { mode == .byThresholds && messages > messageCount }
}

extension CachePointBlock {
    /// The only kind of cache point there is, with the service's default time to live.
    public static let standard = CachePointBlock(type: .default)
}
