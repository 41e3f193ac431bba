package org.monazite.app.dependence;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.monazite.atlas.Goods;
import org.monazite.exposure.Embodied;
import org.monazite.exposure.GoodsAbroad;
import org.monazite.exposure.Importer;
import org.monazite.supply.Explained;

/// What comes in inside motors, vehicles and drives. Never added to direct imports.
///
/// @param importer who asks
/// @param supplier whom it is about
/// @param traded what imported trade says; empty where no import holds trade in such goods
/// @param abroad what the uses of the chain say about goods made outside the importer
/// @param direct share of the supplier in the importer's direct imports of magnets, for comparison; NaN without imports
/// @param goods the goods, by id
public record EmbodiedAnswer(
        Importer importer,
        String supplier,
        Optional<Traded> traded,
        List<GoodsAbroad> abroad,
        Explained direct,
        Map<String, Goods.Good> goods) {

    /// Copies the collections.
    public EmbodiedAnswer {
        abroad = List.copyOf(abroad);
        goods = Collections.unmodifiableMap(goods);
    }

    /// What is counted.
    public enum Counting {
        /// Tonnes of magnets.
        WEIGHT,
        /// US dollars of magnets, at the price of magnets on their own.
        VALUE,
        /// Tonnes of neodymium and praseodymium.
        LIGHT,
        /// Tonnes of dysprosium and terbium.
        HEAVY
    }

    /// Trade of one year times content.
    ///
    /// @param year year of the trade
    /// @param imports ids of the imports that it is from
    /// @param goodsUsd what the goods cost, by origin
    /// @param counted by what is counted; `VALUE` is missing where no price of magnets is known
    /// @param touched part of the magnets that the supplier touched at any stage, wherever the goods were made
    /// @param withoutUse origins of which the chain knows no use of magnets
    /// @param withoutTrade goods under whose code nothing came in
    /// @param withoutWeight part of the money whose rows state no weight, 0..1: not counted
    public record Traded(
            int year,
            List<String> imports,
            Map<String, Double> goodsUsd,
            Map<Counting, Embodied.Imports> counted,
            Explained touched,
            List<String> withoutUse,
            List<String> withoutTrade,
            double withoutWeight) {

        /// Copies the collections.
        public Traded {
            imports = List.copyOf(imports);
            goodsUsd = Collections.unmodifiableMap(goodsUsd);
            counted = Collections.unmodifiableMap(new EnumMap<>(counted));
            withoutUse = List.copyOf(withoutUse);
            withoutTrade = List.copyOf(withoutTrade);
        }
    }
}
