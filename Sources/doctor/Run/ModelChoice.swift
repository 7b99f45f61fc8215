import ArgumentParser
import Catalog
import Diagnosis
import Report
import WireText

/// Which models are asked in which regions: those that were named, chosen from the catalog, or listed by the account.
struct ModelChoice {
    /// What `--models` says; `nil` without it.
    let words: [String]?
    /// The models that are asked when nobody names one.
    let fallback: [String]
    let regions: [String]
    let catalog: ModelCatalog
    /// The line of a file that the words come from; `nil` for the command line.
    var place: String?
    /// Whose cells they are, where there are several accounts.
    var account: String?

    /// The cells to ask, and the catalog to judge them by.
    struct Chosen {
        var subjects: [ProbeSubject]
        var catalog: ModelCatalog
    }

    /// The named models in every region.
    func chosen() throws -> Chosen {
        let models = try expanded(words ?? fallback) { $0.ids(in: catalog) }
        return Chosen(
            subjects: regions.flatMap { region in models.map { subject($0, region) } }, catalog: catalog)
    }

    /// What the account lists in each region, or of that what was named; its profiles are tried as it lists them.
    func chosen(from listings: [RegionListing], on day: CalendarDay) throws -> Chosen {
        let renewed = ModelCatalog(catalog.file.renewed(by: listings, on: day))
        let listed = Set(listings.flatMap { $0.models.map(\.id) })
        // A pattern that no region answers to is a slip only when some region answered.
        if !listings.isEmpty {
            _ = try expanded(words ?? ["all"]) { pattern in
                pattern.text == "all" ? ["all"] : listed.filter(pattern.matches).sorted()
            }
        }
        let subjects = listings.flatMap { listing -> [ProbeSubject] in
            let here = listing.models.map(\.id)
            let wanted = (words ?? ["all"]).flatMap { word -> [String] in
                let pattern = ModelPattern(word)
                if word == "all" { return here }
                return pattern.isPattern ? here.filter(pattern.matches) : [word]
            }
            var seen: Set<String> = []
            return wanted.filter { seen.insert($0).inserted }.map { subject($0, listing.region) }
        }
        return Chosen(subjects: subjects, catalog: renewed)
    }

    private func subject(_ model: String, _ region: String) -> ProbeSubject {
        // What a pattern chose was not named: that such a model is retired, or not in the region, is not a failure.
        let isNamed = words?.contains(model) == true
        return ProbeSubject(
            model: model, region: region, account: account, origin: isNamed ? .named : .defaultList,
            scope: regions.count > 1 || (words != nil && !isNamed) ? .matrix : .singleRegion)
    }

    private func expanded(_ words: [String], _ ids: (ModelPattern) -> [String]) throws -> [String] {
        var seen: Set<String> = []
        var models: [String] = []
        for word in words {
            let pattern = ModelPattern(word)
            let found = pattern.isPattern ? ids(pattern) : [word]
            if found.isEmpty {
                let fault = "no model matches '\(PrintableText.escaped(word, limit: 60))'; doctor catalog shows them"
                if let place { throw InputProblem(file: place, message: "$.models: \(fault)") }
                throw ValidationError("--models: \(fault).")
            }
            models += found.filter { seen.insert($0).inserted }
        }
        return models
    }
}
