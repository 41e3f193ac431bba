package org.monazite.atlas;

import java.util.List;
import org.monazite.atlas.pack.Pack;
import org.monazite.atlas.pack.Row;
import org.monazite.supply.Citation;
import org.monazite.supply.Flag;
import org.monazite.supply.Range;

/// Traded goods that hold magnets: motors, vehicles, drives. Empty in versions that were published before there was
/// such
/// a table.
public final class Goods {

    private final Pack pack;

    Goods(Pack pack) {
        this.pack = pack;
    }

    /// A good with its customs code.
    ///
    /// @param id such as `motor.traction`
    /// @param scheme list that the code is from: `HS2017`
    /// @param code six digits
    /// @param part part of the code's goods that holds magnets, 0..1
    /// @param flag how careful a reader must be with the part
    /// @param citation who says so
    public record Good(
            String id,
            String scheme,
            String code,
            String nameEn,
            String nameJa,
            Range part,
            Flag flag,
            Citation citation) {}

    /// What goes into a good.
    ///
    /// @param good id of the good
    /// @param part id of another good, or a grade of magnets
    /// @param perTonne tonnes of it in a tonne of the good, its own share of code not counted
    /// @param flag how careful a reader must be
    /// @param citation who says so
    public record Part(String good, String part, Range perTonne, Flag flag, Citation citation) {}

    /// What magnets of a grade hold. Heavy rare earths: least with diffusion along the grain boundaries, most by
    /// alloying;
    /// what they leave is light.
    ///
    /// @param id such as `UH`
    /// @param light tonnes of neodymium and praseodymium in a tonne of magnets
    /// @param heavy tonnes of dysprosium and terbium
    /// @param flag how careful a reader must be
    /// @param citations who says so
    public record Grade(String id, Range light, Range heavy, Flag flag, List<Citation> citations) {}

    /// All goods, in the order of the table.
    public List<Good> all() {
        return pack.table("goods").stream()
                .map(row -> new Good(
                        row.text("good_id"),
                        row.text("scheme"),
                        row.text("code"),
                        row.text("name_en"),
                        row.text("name_ja"),
                        row.range("part_pct", "part_low", "part_high").times(0.01),
                        row.flag(),
                        row.citation("part_pct")))
                .toList();
    }

    /// What goes into the goods, in the order of the table.
    public List<Part> parts() {
        return pack.table("goods_parts").stream()
                .map(row -> new Part(
                        row.text("good_id"),
                        row.text("part"),
                        row.range("per_tonne", "low", "high"),
                        row.flag(),
                        row.citation("per_tonne")))
                .toList();
    }

    /// The grades of magnets.
    public List<Grade> grades() {
        return pack.table("magnet_grades").stream().map(Goods::grade).toList();
    }

    private static Grade grade(Row row) {
        double light = row.need("nd_pr_pct") / 100;
        double alloyed = row.need("dy_tb_pct") / 100;
        double diffused = row.number("dy_tb_pct_gbd").orElse(row.need("dy_tb_pct")) / 100;
        double least = Math.min(alloyed, diffused);
        double most = Math.max(alloyed, diffused);
        double spread = light > 0 ? most - least : 0;
        return new Grade(
                row.text("grade"),
                new Range(light + spread / 2, light, light + spread),
                new Range((least + most) / 2, least, most),
                row.flag(),
                List.of(row.citation("nd_pr_pct"), row.citation("dy_tb_pct"), row.citation("dy_tb_pct_gbd")));
    }
}
