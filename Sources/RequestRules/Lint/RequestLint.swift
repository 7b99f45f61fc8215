package import Catalog
import Codes
package import JSONText
package import WireText

/// Judges a request of Converse before it is sent: by its form, by the service's rules, and by what is known of the model.
///
/// Each part walks over the body once; of each rule no more places are listed than a person reads.
package struct RequestLint: Sendable {
    let catalog: ModelCatalog
    let today: CalendarDay

    package init(catalog: ModelCatalog, today: CalendarDay) {
        self.catalog = catalog
        self.today = today
    }

    /// What is wrong with a request, in the order in which it would come to light; none if nothing is.
    ///
    /// - Parameters:
    ///   - body: The body, without `modelId`.
    ///   - delivery: Which of the two operations it is for.
    ///   - modelID: The model as the call names it, if that is known.
    package func faults(
        in body: JSONObject, for delivery: RequestOutline.Delivery, modelID: String?
    ) -> [RequestFault] {
        var faults = modelID.map { ModelIDLint(catalog: catalog, today: today).faults($0) } ?? []
        if let foreign = ForeignBody(body) { return faults + [foreign.fault] }
        let operation = delivery == .streamed ? "ConverseStream" : "Converse"
        let violations = ShapeCheck.violations(in: .object(body), of: operation) ?? []
        faults += ShapeFaults.faults(violations)
        let outline = RequestOutline(body, delivery: delivery, modelID: modelID)
        // What the shape has said already is not said again.
        let known = Set(violations.prefix(10_000).map(\.path))
        let entry = modelID.flatMap(catalog.entry)
        for rule in RequestRule.all {
            let model = entry.map { rule.holds(for: $0, delivery) } ?? (rule.scope == .every)
            guard model else { continue }
            let ground = ground(of: rule, entry)
            var tally = FaultTally()
            for breach in rule.breaches(outline, entry?.limits ?? .unknown) where !known.contains(breach.path) {
                tally.add(rule.fault(breach, ground))
            }
            faults += tally.listed
        }
        return faults
    }

    private func ground(of rule: RequestRule, _ entry: ModelEntry?) -> RequestFault.Ground {
        let fact: (source: CatalogSource, day: CalendarDay)?
        switch rule.scope {
        case .every: fact = nil
        case .models(let traits):
            // Of several traits the one that says no tells more.
            let trait = traits.first { !$0.isTaken } ?? traits.first
            fact = trait.flatMap { entry?.flag($0.flag) }.map { ($0.source, $0.asOf) }
        case .limits:
            fact = (rule.code == .validationMaxTokens ? entry?.fact(\.maxOutputTokens) : entry?.fact(\.cacheMinTokens))
                .map { ($0.source, $0.asOf) }
        }
        guard let fact else { return .rule(page: rule.source.page, isQuoted: rule.source.isQuoted) }
        return .catalog(source: fact.source.title, day: fact.day.description)
    }
}

extension RequestRule {
    /// A place that breaks the rule, as a fault.
    ///
    /// What only the catalog says is doubtful: it may be out of date.
    fileprivate func fault(_ breach: Breach, _ ground: RequestFault.Ground) -> RequestFault {
        RequestFault(
            rule: name, code, level == .must && scope == .every ? .refused : .doubtful, ground, title: title,
            at: breach.path, expected: breach.expected, found: breach.found,
            refusal: name == "cache-minimum" ? nil : breach.text, remedy: remedy)
    }
}

extension RequestRule.Source {
    /// Whether the words of the refusal stand there.
    var isQuoted: Bool {
        switch self {
        case .observed: true
        case .documented: false
        }
    }
}

extension ForeignBody {
    fileprivate var fault: RequestFault {
        RequestFault(
            rule: "body-of-converse", .validationRequest, .refused, .model, title: "The body has the form of \(api)",
            at: evidence, expected: "a body of Converse", found: api,
            remedy: "Say it in Converse: " + translations.joined(separator: "; ") + ".")
    }
}
