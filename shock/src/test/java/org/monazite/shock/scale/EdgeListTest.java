package org.monazite.shock.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.monazite.supply.Criticality;

class EdgeListTest {

    @Test
    void links_are_written_with_sectors_weight_and_type() throws IOException {
        FirmNetwork.Builder builder = new FirmNetwork.Builder(List.of("A01", "C24"), 2, 2);
        builder.firm(0, 5);
        builder.firm(1, 7.5);
        builder.link(0, 1, 2.25, Criticality.ESSENTIAL);
        builder.link(1, 0, 0.5, Criticality.NON_ESSENTIAL);
        StringBuilder text = new StringBuilder();

        EdgeList.write(builder.build(), text);

        assertThat(text).hasToString("""
                supplier,customer,supplierNACE,customerNACE,weight,type
                0,1,A01,C24,2.25,2
                1,0,C24,A01,0.5,1
                """);
    }
}
