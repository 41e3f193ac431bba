/// The economic systemic risk index: how much of all sales is lost when a firm stops, at once and for good
/// (Diem, Borsos, Reisch, Kertesz, Thurner 2022, Scientific Reports 12:7719). No time, no stocks: losses
/// travel down to
/// clients and up to suppliers until nothing changes.
///
/// Read first: [SalesNetwork], [Esri], [FirmRisk].
@NullMarked
package org.monazite.shock.esri;

import org.jspecify.annotations.NullMarked;
