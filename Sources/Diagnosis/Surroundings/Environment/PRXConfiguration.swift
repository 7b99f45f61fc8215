/// The provider and model of PRX's `config.toml`, with the place of each.
///
/// PRX's configuration page and its source have `default_provider` and `default_model` at the top or under `[general]`;
/// its Bedrock page has `provider` and `model` under `[default]`. The source decides what a running PRX does, so that is
/// the order here.
package struct PRXConfiguration: Sendable, Hashable {
    /// Where a pair of settings stands, the one that wins first.
    package enum Section: String, Sendable, Hashable, CaseIterable {
        case top
        case general
        case `default`

        /// The section's heading as it is written, with the key, for messages.
        func place(of key: Key) -> String {
            switch (self, key) {
            case (.top, .provider): "default_provider"
            case (.top, .model): "default_model"
            case (.general, .provider): "[general] default_provider"
            case (.general, .model): "[general] default_model"
            case (.default, .provider): "[default] provider"
            case (.default, .model): "[default] model"
            }
        }
    }

    package enum Key: Sendable, Hashable {
        case provider
        case model
    }

    /// One section's settings.
    package struct Pair: Sendable, Hashable {
        package var provider: String?
        package var model: String?

        package init(provider: String? = nil, model: String? = nil) {
            self.provider = provider
            self.model = model
        }
    }

    package var top: Pair
    package var general: Pair
    package var `default`: Pair

    package init(top: Pair = Pair(), general: Pair = Pair(), default: Pair = Pair()) {
        self.top = top
        self.general = general
        self.default = `default`
    }

    package func pair(_ section: Section) -> Pair {
        switch section {
        case .top: top
        case .general: general
        case .default: self.default
        }
    }

    /// Every place that sets a key, the winning one first.
    func settings(of key: Key) -> [(section: Section, value: String)] {
        Section.allCases.compactMap { section in
            let pair = pair(section)
            return (key == .provider ? pair.provider : pair.model).map { (section, $0) }
        }
    }
}
